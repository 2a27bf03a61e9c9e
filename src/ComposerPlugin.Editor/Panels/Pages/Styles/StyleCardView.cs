using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What a style says about itself: its name, what it plays, who made it from what, and its figures.</summary>
internal sealed class StyleCardView : Widget
{
    private const float LineHeight = 17, LabelWidth = 112, Gap = 6;

    private readonly TextLine _name = new(Fonts.Title);
    private readonly TextBlock _description = new(Fonts.Normal, LineHeight);
    private readonly List<(TextLine Label, TextBlock Value)> _facts = [];
    private StyleCard? _card;

    // How many facts come before the line that sets off the figures.
    private int _texts;

    /// <inheritdoc/>
    public override string Name => StyleStrings.Card;

    /// <inheritdoc/>
    public override string Reading => _card is null ? "" : $"{_card.Name}. {_card.Description}";

    /// <summary>The facts that are shown: label and value.</summary>
    internal IReadOnlyList<(TextLine Label, TextBlock Value)> Facts => _facts;

    /// <summary>Shows a card; null: none.</summary>
    public void Show(StyleCard? card)
    {
        _card = card;
        Lay();
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        if (_card is null)
            return;
        float y = Bounds.Top + 18;
        _name.Draw(canvas, Bounds.Left, y, theme.Text);
        y += 14;
        _description.Draw(canvas, Bounds.Left, y, theme.Text);
        y += _description.Height + (_description.Lines > 0 ? 12 : 0);
        for (int i = 0; i < _facts.Count; i++)
        {
            if (i == _texts && i > 0)
            {
                canvas.DrawLine(Bounds.Left, y + 2, Bounds.Right, y + 2, theme.Border);
                y += 10;
            }
            var (label, value) = _facts[i];
            // Nothing is drawn in part: the folder has the rest.
            if (y + value.Height > Bounds.Bottom)
                return;
            label.Draw(canvas, Bounds.Left, y + 12.5f, theme.Dim);
            value.Draw(canvas, Bounds.Left + LabelWidth, y, theme.Text);
            y += value.Height + Gap;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Clear();
        _name.Dispose();
        _description.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => Lay();

    private void Lay()
    {
        Clear();
        if (_card is not { } card)
            return;
        _name.Set(card.Name, Bounds.Width);
        _description.Set(card.Description, Bounds.Width, mostLines: 4);
        AddFact(StyleStrings.Model, card.Model, 1);
        AddFact(StyleStrings.Author, card.Author, 1);
        // Without it nobody knows what may be done with the answers: that it is not stated is said too.
        AddFact(StyleStrings.DataLicence, card.Licence.Length > 0 || card.Model.Length == 0 ? card.Licence : StyleStrings.Unknown, 8);
        _texts = _facts.Count;
        for (int i = 0; i < card.Figures.Count; i++)
            AddFact(card.Figures[i].Name, card.Figures[i].Value, 2);
    }

    private void AddFact(string label, string value, int mostLines)
    {
        if (value.Length == 0)
            return;
        var line = new TextLine(Fonts.Small);
        line.Set(label, LabelWidth - 10);
        var block = new TextBlock(Fonts.Normal, LineHeight);
        block.Set(value, Bounds.Width - LabelWidth, mostLines);
        _facts.Add((line, block));
    }

    private void Clear()
    {
        foreach (var (label, value) in _facts)
        {
            label.Dispose();
            value.Dispose();
        }
        _facts.Clear();
    }
}
