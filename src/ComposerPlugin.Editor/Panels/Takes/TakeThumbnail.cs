using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The notes of a take as small bars; made again only when the take or its place changes.</summary>
internal sealed class TakeThumbnail : IDisposable
{
    // Units; the fewest semitones between top and bottom, so that a flat line stays flat.
    private const float Height = 2.6f, Narrowest = 2.4f, Gap = 0.8f;
    private const int FewestRows = 12, Shade = 5;

    private TakeItem? _take;
    private SKPath? _notes;
    private SKRect _bounds;

    /// <summary>Its place, in units.</summary>
    public SKRect Bounds
    {
        get => _bounds;
        set
        {
            if (value.Size != _bounds.Size)
                Clear();
            _bounds = value;
        }
    }

    /// <summary>Shows a take.</summary>
    public void Set(TakeItem take)
    {
        if (!ReferenceEquals(take.Notes, _take?.Notes))
            Clear();
        _take = take;
    }

    /// <summary>Draws it.</summary>
    public void Draw(SKCanvas canvas, Theme theme)
    {
        if (_take is null || _bounds.IsEmpty)
            return;
        _notes ??= Make(_take, _bounds.Size);
        canvas.Save();
        canvas.Translate(_bounds.Left, _bounds.Top);
        canvas.DrawPath(_notes, theme.Answer[Shade]);
        canvas.Restore();
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private static SKPath Make(TakeItem take, SKSize size)
    {
        using var builder = new SKPathBuilder();
        int lowest = 127, highest = 0;
        foreach (var note in take.Notes)
            (lowest, highest) = (Math.Min(lowest, note.Pitch.Number), Math.Max(highest, note.Pitch.Number));
        float rows = Math.Max(highest - lowest, FewestRows), middle = (highest + lowest) / 2f;
        float unitsPerTick = size.Width / Math.Max(1, take.End - take.Begin);
        foreach (var note in take.Notes)
        {
            float left = (note.Onset - take.Begin) * unitsPerTick, width = Math.Max(Narrowest, (note.Duration * unitsPerTick) - Gap);
            float y = ((size.Height - Height) / 2) - ((note.Pitch.Number - middle) / rows * (size.Height - Height));
            builder.AddRoundRect(new SKRoundRect(SKRect.Create(left, y, width, Height), Height / 2));
        }
        return builder.Detach();
    }

    private void Clear()
    {
        _notes?.Dispose();
        _notes = null;
    }
}
