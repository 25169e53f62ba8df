package io.bihuan.hazard.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A folder of this machine or a shared one. Names are spread over folders by their first letters. */
final class Folder implements Store {

    private final Path root;

    Folder(Path root) throws IOException {
        this.root = Files.createDirectories(root.toAbsolutePath());
    }

    /** A reader sees the whole file or none, and after a crash there is the whole file or none. */
    @Override
    public void keep(String name, Content content, long length) throws IOException {
        Path place = place(name);
        if (Files.exists(place)) {
            return;
        }
        Path folder = Files.createDirectories(shelf(name));
        Path draft = Files.createTempFile(folder, "incoming-", ".part");
        try {
            write(draft, content);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path each : List.of(folder, rack(name), root)) {
                sync(each);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = content.open()) {
            in.transferTo(out);
            channel.force(true);
        }
    }

    /** A file's name is on disk when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(place(name));
    }

    private Path place(String name) {
        return shelf(name).resolve(name);
    }

    private Path shelf(String name) {
        return rack(name).resolve(name.substring(2, 4));
    }

    private Path rack(String name) {
        return root.resolve(name.substring(0, 2));
    }
}
