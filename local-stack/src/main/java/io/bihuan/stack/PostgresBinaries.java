package io.bihuan.stack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from their jar once per user and version. They are not put where zonky's own launcher
 * puts them: that is one directory for all users of the machine, and the second user cannot write into it.
 */
final class PostgresBinaries {

    private final Path directory;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    /** Unpacks the programs below the given directory unless they are there already. */
    static PostgresBinaries unpackedBelow(Path parent) throws IOException {
        PrivateFiles.directory(parent);
        if (!Files.getOwner(parent)
                .equals(parent.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name")))) {
            // Somebody else's directory may hold somebody else's programs.
            throw new PartFailedException(LocalPostgres.NAME, parent + " belongs to another user; remove it");
        }
        byte[] bundle = bundle();
        var target = parent.resolve("postgres-" + digest(bundle));
        if (!Files.isDirectory(target)) {
            var draft = Files.createTempDirectory(parent, ".unpacking-");
            unpack(bundle, draft);
            moveInPlace(draft, target);
        }
        return new PostgresBinaries(target);
    }

    private static byte[] bundle() throws IOException {
        try (InputStream bundle = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                System.getProperty("os.name"), System.getProperty("os.arch"))) {
            return bundle.readAllBytes();
        } catch (IllegalStateException e) {
            throw new PartFailedException(
                    LocalPostgres.NAME,
                    "this project brings PostgreSQL for 64-bit Linux on x86 only, this machine is "
                            + System.getProperty("os.name") + " on " + System.getProperty("os.arch"),
                    e);
        }
    }

    private static String digest(byte[] bundle) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bundle), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] bundle, Path target) throws IOException {
        try (var archive = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(bundle)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the bundle reaches outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(archive, path);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void moveInPlace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            // Another process was faster, with the same content.
            PrivateFiles.deleteAll(draft);
        }
    }
}
