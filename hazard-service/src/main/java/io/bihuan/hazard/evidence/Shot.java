package io.bihuan.hazard.evidence;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.bihuan.hazard.lifecycle.Location;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a photo's EXIF says of how it was taken. Anyone can write anything there: it is kept beside what the service knows
 * itself, never instead of it, and what makes no sense is left out.
 *
 * @param takenAt by the camera's clock
 * @param orientation of EXIF, 1 to 8: how to turn the picture upright
 */
record Shot(@Nullable Instant takenAt, @Nullable Location location, int orientation) {

    static final Shot UNKNOWN = new Shot(null, null, 1);

    /** No camera wrote EXIF before. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @param zone of capture times that do not name their offset */
    static Shot of(byte @Nullable [] exif, ZoneId zone) {
        if (exif == null) {
            return UNKNOWN;
        }
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(exif), metadata, 0);
        return new Shot(takenAt(metadata, zone), location(metadata), orientation(metadata));
    }

    private static @Nullable Instant takenAt(Metadata metadata, ZoneId zone) {
        for (ExifSubIFDDirectory directory : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            Date original = directory.getDateOriginal(TimeZone.getTimeZone(zone));
            if (original != null) {
                Instant at = original.toInstant();
                return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
            }
        }
        return null;
    }

    private static @Nullable Location location(Metadata metadata) {
        for (GpsDirectory directory : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            GeoLocation place = directory.getGeoLocation();
            // A camera without a fix writes zeros.
            if (place != null
                    && !place.isZero()
                    && Math.abs(place.getLatitude()) <= 90
                    && Math.abs(place.getLongitude()) <= 180) {
                return new Location(degrees(place.getLatitude()), degrees(place.getLongitude()));
            }
        }
        return null;
    }

    private static BigDecimal degrees(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_UP);
    }

    private static int orientation(Metadata metadata) {
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (directory == null || !directory.containsTag(ExifDirectoryBase.TAG_ORIENTATION)) {
            return 1;
        }
        Integer orientation = directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return orientation == null || orientation < 1 || orientation > 8 ? 1 : orientation;
    }
}
