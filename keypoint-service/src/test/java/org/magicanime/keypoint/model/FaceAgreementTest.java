package org.magicanime.keypoint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.BodyPose.Landmark;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

class FaceAgreementTest {
    private static final Roi ANYWHERE = new Roi(0, 0, 1, 1, 0);
    private static final Point NOSE = new Point(200, 150);
    /// MediaPipe's numbers of the brow, the chin and the nose's tip, which are among iBUG's points.
    private static final int BROW = 105;

    private static final int CHIN = 152;
    private static final int TIP = 4;

    @Test
    void aMeshOnTheFaceHasItsNoseWhereTheBodyHasIt() {
        assertThat(FaceAgreement.distance(body(), mesh(0))).isZero();
        assertThat(FaceAgreement.isOneFace(body(), mesh(15))).isTrue();
    }

    @Test
    void aMeshBesideTheFaceIsOfNoUse() {
        assertThat(FaceAgreement.distance(body(), mesh(30))).isCloseTo(0.3, within(1e-9));
        assertThat(FaceAgreement.isOneFace(body(), mesh(30))).isFalse();
        assertThat(FaceAgreement.isOneFace(body(), mesh(-30))).isFalse();
    }

    private static BodyPose body() {
        return new BodyPose(1, Collections.nCopies(33, new Landmark(NOSE, 1, 1)), ANYWHERE);
    }

    /// A face of 100 pixels in height.
    ///
    /// @param aside pixels between its nose and the body's
    private static FaceMesh mesh(double aside) {
        Point tip = new Point(NOSE.x() + aside, NOSE.y());
        List<Point> points = new ArrayList<>(Collections.nCopies(468, tip));
        points.set(BROW, new Point(tip.x(), tip.y() - 60));
        points.set(CHIN, new Point(tip.x(), tip.y() + 40));
        points.set(TIP, tip);
        return new FaceMesh(1, points, ANYWHERE);
    }
}
