package io.bihuan.hazard.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a sheet's bytes and stops where a row, or the whole, grows longer than any honest one. */
final class RowGuard extends FilterInputStream {

    /** A row that is longer has lost a quote or was made to fill the memory; reading on would swallow the file. */
    private static final int LONGEST_ROW = 4 * 1024 * 1024;

    private final long longest;
    private long bytes;
    private long bytesOfRow;

    RowGuard(InputStream in, long longest) {
        super(in);
        this.longest = longest;
    }

    void rowEnded() {
        bytesOfRow = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        bytes += Math.max(0, read);
        bytesOfRow += Math.max(0, read);
        if (bytes > longest || bytesOfRow > LONGEST_ROW) {
            throw new Exceeded();
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The sheet is longer than it may be. */
    static final class Exceeded extends IOException {
        private Exceeded() {
            super("longer than any honest sheet");
        }
    }
}
