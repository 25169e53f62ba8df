package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.registers.Filter;
import io.bihuan.hazard.registers.OnFile;
import io.bihuan.hazard.registers.Register;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Discretion;
import io.bihuan.hazard.rest.Form;
import io.bihuan.hazard.rest.Messages;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.SheetAnswer;
import io.bihuan.hazard.rest.Times;
import io.bihuan.hazard.sheets.SheetWriter;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Hands registers in and out as sheets. */
@ApplicationScoped
class Sheets {

    static final String CSV = SheetAnswer.CSV;
    static final String XLSX = SheetAnswer.XLSX;

    private final Once once;
    private final Times times;
    private final Messages messages;
    private final Discretion discretion;
    private final long largestFile;

    Sheets(
            Once once,
            Times times,
            Messages messages,
            Discretion discretion,
            @ConfigProperty(name = "bihuan.imports.largest-file") MemorySize largestFile) {
        this.once = once;
        this.times = times;
        this.messages = messages;
        this.discretion = discretion;
        this.largestFile = largestFile.asLongValue();
    }

    /** Tens of thousands of rows are one command, which takes longer than others may. */
    @Transactional
    @TransactionConfiguration(timeout = 300)
    Response enter(Register<?, ?> register, MultipartFormDataInput form) {
        Form.Part file = SheetForm.read(form, largestFile);
        return once.answer(
                file.fingerprint(),
                () -> Answer.ok(RegisterImportView.of(register.enter(file::open, times.live()), messages)));
    }

    /**
     * Writes page by page while the client reads.
     *
     * @param name of the file, without its ending
     */
    <F extends OnFile<?>> Response write(Register<?, F> register, Filter<F> filter, String name, Request request) {
        Variant accepted = request.selectVariant(Variant.mediaTypes(MediaType.valueOf(CSV), MediaType.valueOf(XLSX))
                .build());
        if (accepted == null) {
            throw new NotAcceptableException();
        }
        boolean csv = accepted.getMediaType().isCompatible(MediaType.valueOf(CSV));
        boolean phones = discretion.mayCall();
        StreamingOutput sheet = out -> {
            try (SheetWriter writer = csv ? SheetWriter.csv(out) : SheetWriter.xlsx(out, name)) {
                register.write(filter, phones, writer);
            }
        };
        return Response.ok(sheet, csv ? CSV + ";charset=UTF-8" : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, csv ? "csv" : "xlsx"))
                .build();
    }
}
