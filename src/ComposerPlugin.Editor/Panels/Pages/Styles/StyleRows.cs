using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The styles in groups, as a list that scrolls. One row is chosen; a star on each marks a favourite.</summary>
internal sealed class StyleRows : Widget
{
    private const float StarWidth = 38, NameLeft = 32, Padding = 4, WheelStep = 2 * StyleListing.RowHeight;

    private readonly IStyles _styles;
    private readonly TextLine _empty = new(Fonts.Normal);
    private readonly StyleListing _listing;
    private string _search = "";
    private int _version = -1;
    private int _chosen = -1;
    private int _touched = -1;
    private int _pointed = -1;
    private float _scroll;
    private bool _isDragged;

    /// <summary>The list of styles.</summary>
    /// <param name="styles">The styles.</param>
    public StyleRows(IStyles styles) => (_styles, _listing) = (styles, new(styles));

    /// <summary>The chosen style was double-clicked.</summary>
    public required Action Used { get; init; }

    /// <summary>It was pressed.</summary>
    public required Action Pressed { get; init; }

    /// <summary>The chosen style; null if there is none.</summary>
    public StyleItem? Chosen => _chosen < 0 ? null : Rows[_chosen].Style;

    /// <inheritdoc/>
    public override string Name => StyleStrings.List;

    /// <inheritdoc/>
    public override string Reading => Chosen is { } style
        ? StyleStrings.Row(style.Name, style.Id == _styles.Current?.Id, style.IsFavourite)
        : _empty.Text;

    /// <inheritdoc/>
    public override string Help => StyleStrings.ListHelp;

    /// <summary>The rows.</summary>
    internal IReadOnlyList<StyleRow> Rows => _listing.Rows;

    /// <summary>How far it is scrolled, in units.</summary>
    internal float ScrollTop => _scroll;

    private float ContentHeight => _listing.Height + (2 * Padding);

    private float MostScroll => Math.Max(0, ContentHeight - Bounds.Height);

    // Where the list can be dragged, when it does not fit.
    private SKRect Thumb
    {
        get
        {
            float height = Math.Max(24, (Bounds.Height - 8) * Bounds.Height / ContentHeight);
            return SKRect.Create(Bounds.Right - 7, Bounds.Top + 4 + ((Bounds.Height - 8 - height) * _scroll / MostScroll), 3, height);
        }
    }

    /// <summary>Shows the styles whose names contain all words of a text.</summary>
    public void Search(string text)
    {
        _search = text.Trim();
        Build();
        ShowRow(_chosen);
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        if (_styles.Version == _version)
            return;
        bool isFirst = _version < 0;
        Build();
        if (isFirst)
            ShowRow(_chosen);
    }

    /// <summary>Chooses the style that is so many further, and shows it.</summary>
    public void Step(int by)
    {
        for (int at = _chosen + Math.Sign(by), left = Math.Abs(by); left > 0 && at >= 0 && at < Rows.Count; at += Math.Sign(by))
        {
            if (Rows[at].Style is null)
                continue;
            Choose(at);
            left--;
        }
        ShowRow(_chosen);
    }

    /// <summary>Chooses the style that is a page further.</summary>
    public void StepPage(int by) => Step(by * Math.Max(1, (int)(Bounds.Height / StyleListing.RowHeight) - 1));

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 6, 6, theme.Window);
        if (Rows.Count == 0)
            _empty.DrawCentred(canvas, Bounds.MidX, Bounds.Top + 40, theme.Dim);
        for (int i = 0; i < Rows.Count; i++)
        {
            var place = PlaceOf(i);
            if (place.Bottom > Bounds.Top && place.Top < Bounds.Bottom)
                DrawRow(canvas, theme, i, place);
        }
        if (MostScroll > 0)
            canvas.DrawRoundRect(Thumb, 1.5f, 1.5f, theme.Dim);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Wheel:
                Scroll(_scroll - (e.Wheel * WheelStep));
                Point(RowAt(e.Y));
                break;
            case PointerKind.Move when _isDragged:
                Drag(e.Y);
                break;
            case PointerKind.Move:
                Point(RowAt(e.Y));
                break;
            case PointerKind.Leave:
                Point(-1);
                break;
            case PointerKind.Press or PointerKind.DoublePress:
                Press(e);
                Pressed();
                break;
            case PointerKind.Release:
                _isDragged = false;
                break;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _listing.Dispose();
        _empty.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        if (_version < 0)
            return;
        Build();
        ShowRow(_chosen);
    }

    private void DrawRow(SKCanvas canvas, Theme theme, int index, SKRect place)
    {
        var row = Rows[index];
        if (row.Style is not { } style)
        {
            row.Text.Draw(canvas, place.Left + 10, place.Bottom - 8, theme.Dim);
            return;
        }
        if (index == _chosen || (index == _pointed && Host!.HasPointer(this)))
        {
            var ground = new SKRect(place.Left + 4, place.Top, place.Right - 10, place.Bottom);
            canvas.DrawRoundRect(ground, 5, 5, index == _chosen ? theme.Hover : theme.Field);
        }
        if (style.Id == _styles.Current?.Id)
            Icons.Draw(canvas, Icons.Check, place.Left + 18, place.MidY, theme.AccentLine);
        row.Text.Draw(canvas, place.Left + NameLeft, place.MidY + 4.5f, theme.Text);
        Icons.Draw(canvas, Icons.Star, place.Right - (StarWidth / 2) - 5, place.MidY, style.IsFavourite ? theme.Accent : theme.DimLine);
    }

    private void Press(in PointerEvent e)
    {
        if (MostScroll > 0 && e.X >= Bounds.Right - 10)
        {
            _isDragged = true;
            Drag(e.Y);
            return;
        }
        int at = RowAt(e.Y);
        if (at < 0 || Rows[at].Style is not { } style)
            return;
        _touched = at;
        if (e.X >= Bounds.Right - StarWidth)
        {
            _styles.Mark(style, !style.IsFavourite);
            return;
        }
        Choose(at);
        if (e.Kind == PointerKind.DoublePress)
            Used();
    }

    private void Choose(int index)
    {
        if (index == _chosen)
            return;
        _chosen = _touched = index;
        Invalidate();
    }

    private void Point(int index)
    {
        if (index == _pointed)
            return;
        _pointed = index;
        Invalidate();
    }

    private int RowAt(float y) => _listing.At(y - Bounds.Top - Padding + _scroll);

    private SKRect PlaceOf(int index)
    {
        float top = Bounds.Top + Padding + Rows[index].Top - _scroll;
        return new(Bounds.Left, top, Bounds.Right, top + Rows[index].Height);
    }

    private void Drag(float y) => Scroll((y - Bounds.Top - 4 - (Thumb.Height / 2)) / (Bounds.Height - 8 - Thumb.Height) * MostScroll);

    private void Scroll(float top)
    {
        float scroll = Math.Clamp(top, 0, MostScroll);
        if (scroll == _scroll)
            return;
        _scroll = scroll;
        Invalidate();
    }

    // With the heading above it, where it is the first of its group.
    private void ShowRow(int index)
    {
        if (index < 0)
        {
            Scroll(0);
            return;
        }
        float top = index > 0 && Rows[index - 1].Style is null ? Rows[index - 1].Top : Rows[index].Top;
        float bottom = Rows[index].Bottom + (2 * Padding);
        if (top < _scroll)
            Scroll(top);
        else if (bottom > _scroll + Bounds.Height)
            Scroll(bottom - Bounds.Height);
    }

    // The chosen row stays chosen, and the one that was touched last stays where it is under the pointer.
    private void Build()
    {
        _version = _styles.Version;
        var chosen = _chosen < 0 ? null : Rows[_chosen];
        var touched = _touched < 0 ? null : Rows[_touched];
        _listing.Build(_search, Bounds.Width - NameLeft - StarWidth);
        _empty.Set(Rows.Count > 0 ? "" : _styles.Items.Count == 0 ? StyleStrings.NoStyles : StyleStrings.NoMatch);
        _chosen = _listing.Find(chosen);
        if (_chosen < 0)
            _chosen = _listing.Find(chosen is null ? _styles.Current?.Id : chosen.Style?.Id);
        if (_chosen < 0)
            _chosen = _listing.FindFirst();
        _touched = _listing.Find(touched);
        float moved = _touched < 0 ? 0 : Rows[_touched].Top - touched!.Top;
        _scroll = Math.Clamp(_scroll + moved, 0, MostScroll);
        _pointed = -1;
        Invalidate();
    }
}
