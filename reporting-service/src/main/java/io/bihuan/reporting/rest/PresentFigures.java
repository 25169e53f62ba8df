package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.live.Present;
import io.bihuan.reporting.live.Teller;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;

/** Tells listeners what the report by districts would answer now, with the opaque part of its ETag as the revision. */
@ApplicationScoped
class PresentFigures implements Teller {

    private final Asking asking;
    private final Ledger ledger;
    private final ObjectMapper json;

    PresentFigures(Asking asking, Ledger ledger, ObjectMapper json) {
        this.asking = asking;
        this.ledger = ledger;
        this.json = json;
    }

    @Override
    public Present tell(String district) throws SQLException {
        Question question = asking.present(district);
        DistrictReport.Compared figures = new DistrictReport.Compared(ledger.rollUp(question), null, null);
        DistrictReport report =
                DistrictReport.of(null, null, Objects.requireNonNull(asking.local(question.asOf())), figures);
        try {
            return new Present(asking.revision(question, false, figures), json.writeValueAsString(report));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
