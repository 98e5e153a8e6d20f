package org.magicanime.shots;

/// The chroma of one {@link Sample}: {@link Sample#CHROMA} values each, row by row, 0 to 255, 128 where there is no
/// colour.
public final class Chroma {
    public final byte[] u = new byte[Sample.CHROMA];
    public final byte[] v = new byte[Sample.CHROMA];

    Chroma copy() {
        Chroma copy = new Chroma();
        System.arraycopy(u, 0, copy.u, 0, Sample.CHROMA);
        System.arraycopy(v, 0, copy.v, 0, Sample.CHROMA);
        return copy;
    }

    /// Mean |difference| of both chroma, added, 0 to 510.
    public double differenceTo(Chroma other) {
        int sum = 0;
        for (int i = 0; i < Sample.CHROMA; i++) {
            sum += Math.abs((u[i] & 0xff) - (other.u[i] & 0xff)) + Math.abs((v[i] & 0xff) - (other.v[i] & 0xff));
        }
        return (float) sum / Sample.CHROMA;
    }
}
