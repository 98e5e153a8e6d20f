package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Where a face clip is cut out, frame by frame: windows of one size along a smooth path.
///
/// Two bounds hold for every frame, whatever the face does: all windows have the same side, and the
/// landmarks' box stays inside of its window, at least the shape's margin away from the edges. Within them
/// the path is that of the box's middle through a Gaussian, which lags behind nothing.
final class WindowPath {
    /// Of the frames' face sizes: a few frames in which the box is larger do not make the face smaller in all others.
    private static final double PERCENTILE = 0.9;
    /// Standard deviations after which the Gaussian ends.
    private static final double REACH = 3;

    private WindowPath() {}

    /// @param frames of one face, all with landmarks; at least one
    /// @param framesPerSecond of the film
    /// @return as many windows
    static List<CropWindow> of(List<FaceMeasures> frames, CropShape shape, double framesPerSecond) {
        double side = side(frames, shape);
        double room = side / 2 - shape.margin() * side;
        double[] x = smooth(values(frames, FaceMeasures::centreX), shape.smoothSeconds() * framesPerSecond);
        double[] y = smooth(values(frames, FaceMeasures::centreY), shape.smoothSeconds() * framesPerSecond);
        List<CropWindow> windows = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            FaceMeasures face = frames.get(i);
            double middleX = between(face.right() - room, x[i], face.left() + room);
            double middleY = between(face.bottom() - room, y[i] - shape.rise() * side, face.top() + room);
            windows.add(new CropWindow(middleX - side / 2, middleY - side / 2, side));
        }
        return windows;
    }

    /// Large enough for most frames as the shape says, and for all of them with the margin.
    private static double side(List<FaceMeasures> frames, CropShape shape) {
        double[] sizes = values(frames, FaceMeasures::size);
        Arrays.sort(sizes);
        double usual = shape.scale() * sizes[(int) Math.ceil(PERCENTILE * sizes.length) - 1];
        double largest = frames.stream()
                .mapToDouble(face -> Math.max(face.right() - face.left(), face.bottom() - face.top()))
                .max()
                .orElseThrow();
        return Math.max(usual, largest / (1 - 2 * shape.margin()));
    }

    private static double[] values(List<FaceMeasures> frames, ToDoubleFunction<FaceMeasures> value) {
        return frames.stream().mapToDouble(value).toArray();
    }

    /// Where rounding leaves no room, the box's middle.
    private static double between(double least, double value, double most) {
        return least > most ? (least + most) / 2 : Math.clamp(value, least, most);
    }

    /// Beyond its ends the path goes on as its mirror image through the end, so that a steady movement stays one.
    static double[] smooth(double[] path, double deviation) {
        int reach = (int) Math.ceil(REACH * deviation);
        double[] smooth = new double[path.length];
        for (int i = 0; i < path.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int step = -reach; step <= reach; step++) {
                double weight = deviation == 0 ? 1 : StrictMath.exp(-0.5 * step * step / (deviation * deviation));
                sum += weight * beyond(path, i + step);
                weights += weight;
            }
            smooth[i] = sum / weights;
        }
        return smooth;
    }

    private static double beyond(double[] path, int i) {
        int last = path.length - 1;
        if (i < 0) {
            return 2 * path[0] - path[Math.min(last, -i)];
        }
        return i > last ? 2 * path[last] - path[Math.max(0, 2 * last - i)] : path[i];
    }
}
