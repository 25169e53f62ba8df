package io.bihuan.hazard.rest.documents;

import io.bihuan.hazard.documents.Issued;
import io.bihuan.hazard.documents.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The documents of a hazard as clients see them. */
@Schema(name = "DocumentList", description = "Every document that was issued, the oldest first", examples = """
                {"items": [{"kind": "RECTIFICATION_NOTICE", "title": "限期整改通知书", "number": "630102限改〔2026〕17号",
                            "issuedAt": "2026-05-03T02:00:00Z",
                            "link": "/api/hazards/0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4/notice?number=630102%E9%99%90%E6%94%B9%E3%80%942026%E3%80%9517%E5%8F%B7"}]}""")
record DocumentList(List<Document> items) {

    /** One of them. */
    @Schema(name = "Document")
    record Document(
            Kind kind,
            String title,

            @Schema(description = "Per kind, district and year, without gaps")
            String number,

            Instant issuedAt,

            @Schema(description = "Answers it, as Word or as a page by Accept")
            String link) {}

    static DocumentList of(UUID hazardId, List<Issued> documents) {
        return new DocumentList(documents.stream()
                .map(document -> new Document(
                        document.kind(),
                        document.kind().title(),
                        document.number(),
                        document.issuedAt(),
                        link(hazardId, document)))
                .toList());
    }

    private static String link(UUID hazardId, Issued document) {
        String call =
                switch (document.kind()) {
                    case RECTIFICATION_NOTICE -> "notice";
                    case REINSPECTION_OPINION -> "reinspection-opinion";
                    case SUPERVISION_NOTICE -> "supervision-notice";
                };
        return "/api/hazards/" + hazardId + "/" + call + "?number="
                + URLEncoder.encode(document.number(), StandardCharsets.UTF_8);
    }
}
