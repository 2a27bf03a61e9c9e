using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The way of the notes through a host: boxes, tracks around them, and arrows.</summary>
internal sealed class RoutingPicture : Widget
{
    private const float BoxHeight = 50, FrameTop = 22, FramePadding = 16, LongestArrow = 106, ShortestArrow = 34, Radius = 6, Head = 6;

    private readonly List<(PictureBox Box, TextLine Title, TextLine Detail, TextLine Frame, TextLine Arrow, SKRect Place)> _boxes = [];
    private HostGuide? _guide;

    /// <inheritdoc/>
    public override string Name => RoutingStrings.Picture;

    /// <inheritdoc/>
    public override string Reading => _guide is null ? "" : string.Join(" → ", _guide.Boxes.Select(box => box.Title));

    /// <summary>The boxes' places, in units.</summary>
    internal IEnumerable<SKRect> Places => _boxes.Select(box => box.Place);

    /// <summary>Shows the picture of a guide.</summary>
    public void Show(HostGuide guide)
    {
        _guide = guide;
        Lay();
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 8, 8, theme.Window);
        for (int i = 0; i < _boxes.Count; i++)
        {
            if (_boxes[i].Box.Frame.Length > 0 && (i == 0 || _boxes[i - 1].Box.Frame != _boxes[i].Box.Frame))
                DrawFrame(canvas, theme, i);
        }
        for (int i = 0; i < _boxes.Count; i++)
        {
            if (i > 0)
                DrawArrow(canvas, theme, i);
            DrawBox(canvas, theme, i);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Clear();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => Lay();

    private void DrawFrame(SKCanvas canvas, Theme theme, int first)
    {
        int last = first;
        while (last + 1 < _boxes.Count && _boxes[last + 1].Box.Frame == _boxes[first].Box.Frame)
            last++;
        var (from, to) = (_boxes[first].Place, _boxes[last].Place);
        var frame = new SKRect(from.Left - FramePadding, from.Top - FrameTop, to.Right + FramePadding, to.Bottom + FramePadding);
        canvas.DrawRoundRect(frame, 8, 8, theme.Bar);
        canvas.DrawRoundRect(frame, 8, 8, theme.Border);
        _boxes[first].Frame.Draw(canvas, frame.Left + FramePadding, frame.Top + 15, theme.Dim);
    }

    private void DrawBox(SKCanvas canvas, Theme theme, int index)
    {
        var (box, title, detail, _, _, place) = _boxes[index];
        canvas.DrawRoundRect(place, Radius, Radius, theme.Field);
        canvas.DrawRoundRect(place, Radius, Radius, box.IsPlugin ? theme.AccentLine : theme.Border);
        title.DrawCentred(canvas, place.MidX, place.MidY + (detail.Width > 0 ? -2.5f : 4.5f), box.IsPlugin ? theme.AccentText : theme.Text);
        detail.DrawCentred(canvas, place.MidX, place.MidY + 14, theme.Dim);
    }

    // It points at the box, or at the frame that the box is the first in.
    private void DrawArrow(SKCanvas canvas, Theme theme, int index)
    {
        var (from, to) = (_boxes[index - 1], _boxes[index]);
        float left = from.Place.Right + 5, right = to.Place.Left - 5, y = to.Place.MidY;
        canvas.DrawLine(left, y, right, y, theme.TextLine);
        canvas.DrawLine(right - Head, y - (Head * 0.7f), right, y, theme.TextLine);
        canvas.DrawLine(right - Head, y + (Head * 0.7f), right, y, theme.TextLine);
        to.Arrow.DrawCentred(canvas, (left + right) / 2, y - 8, theme.Text);
    }

    private void Lay()
    {
        Clear();
        if (_guide is not { } guide || Bounds.IsEmpty)
            return;
        foreach (var box in guide.Boxes)
        {
            _boxes.Add((
                box, new(box.IsPlugin ? Fonts.Strong : Fonts.Normal, box.Title), new(Fonts.Small, box.Detail), new(Fonts.Small, box.Frame),
                new(Fonts.Small, box.Arrow), default));
        }
        PlaceBoxes();
    }

    // Boxes as wide as their texts; arrows share what is left, as far as they need it.
    private void PlaceBoxes()
    {
        float boxes = _boxes.Sum(box => WidthOf(box.Title, box.Detail)), most = Bounds.Width - (2 * (FramePadding + 10));
        float arrow = Math.Clamp((most - boxes) / Math.Max(1, _boxes.Count - 1), ShortestArrow, LongestArrow);
        float x = Bounds.MidX - ((boxes + (arrow * (_boxes.Count - 1))) / 2), y = Bounds.MidY - (BoxHeight / 2) + 5;
        for (int i = 0; i < _boxes.Count; i++)
        {
            float width = WidthOf(_boxes[i].Title, _boxes[i].Detail);
            _boxes[i] = _boxes[i] with { Place = SKRect.Create(MathF.Round(x), MathF.Round(y), MathF.Round(width), BoxHeight) };
            x += width + arrow;
        }
    }

    private static float WidthOf(TextLine title, TextLine detail) => Math.Max(96, Math.Max(title.Width, detail.Width) + 24);

    private void Clear()
    {
        foreach (var (_, title, detail, frame, arrow, _) in _boxes)
        {
            title.Dispose();
            detail.Dispose();
            frame.Dispose();
            arrow.Dispose();
        }
        _boxes.Clear();
    }
}
