package io.bihuan.reporting.intake;

import io.bihuan.reporting.campaign.Campaigns;
import io.bihuan.reporting.coverage.Inspections;
import io.bihuan.reporting.coverage.Registers;
import io.bihuan.reporting.training.Trainings;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that tell what is on file and what is done about it: sites, units, inspections, trainings and campaigns. */
@ApplicationScoped
class ActivitySubscriptions {

    private final Intake intake;
    private final Registers registers;
    private final Inspections inspections;
    private final Trainings trainings;
    private final Campaigns campaigns;

    ActivitySubscriptions(
            Intake intake, Registers registers, Inspections inspections, Trainings trainings, Campaigns campaigns) {
        this.intake = intake;
        this.registers = registers;
        this.inspections = inspections;
        this.trainings = trainings;
        this.campaigns = campaigns;
    }

    @Incoming("site-events")
    @Blocking
    void sites(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, SiteEvent::read, registers::fileSites);
    }

    @Incoming("unit-events")
    @Blocking
    void units(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, UnitEvent::read, registers::fileUnits);
    }

    @Incoming("inspection-events")
    @Blocking
    void inspections(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, InspectionEvent::read, inspections::add);
    }

    @Incoming("training-events")
    @Blocking
    void trainings(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, TrainingEvent::read, trainings::add);
    }

    @Incoming("campaign-events")
    @Blocking
    void campaigns(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, CampaignEvent::read, campaigns::file);
    }
}
