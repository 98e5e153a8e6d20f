"""Pictures to look at: labelled frames with what a model says of them."""

from PIL import Image, ImageDraw

BONES = [(11, 13), (13, 15), (12, 14), (14, 16), (11, 12), (11, 23), (12, 24), (23, 24), (23, 25), (25, 27), (24, 26), (26, 28)]
CELL = (320, 240)
COLUMNS = 6


def overlay(file, pictures, truth, points):
    """White: where a person put the joints. Red and green: the model's left and right limbs."""
    names = sorted(pictures)
    rows = -(-len(names) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * CELL[0], rows * CELL[1]))
    for place, name in enumerate(names):
        image = Image.fromarray(pictures[name])
        pen = ImageDraw.Draw(image)
        for one, other in BONES:
            pen.line([tuple(points[name][one]), tuple(points[name][other])], (255, 60, 60) if other % 2 else (60, 220, 60), 5)
        for x, y, flag in truth[name]["kp"]:
            if flag:
                pen.ellipse([x - 7, y - 7, x + 7, y + 7], fill="white" if flag == 2 else "grey", outline="black")
        image.thumbnail(CELL)
        sheet.paste(image, (place % COLUMNS * CELL[0], place // COLUMNS * CELL[1]))
    file.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(file)
