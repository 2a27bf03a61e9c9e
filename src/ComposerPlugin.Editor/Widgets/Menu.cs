using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A list of entries over the window: chosen by click, by arrows and Return, or by typing the first letters.</summary>
internal sealed class Menu : Popup
{
    private const float RowHeight = 24, LineHeight = 9, Padding = 6, MarkWidth = 22, MostHeight = (2 * Padding) + (18.5f * RowHeight);

    private readonly SKRect _anchor;
    private readonly MenuItem[] _items;
    private readonly TextLine[] _texts;
    private float _scroll;
    private int _chosen = -1;

    /// <summary>A menu below an anchor, in units.</summary>
    public Menu(SKRect anchor, IEnumerable<MenuItem> items)
    {
        _anchor = anchor;
        _items = [.. items];
        _texts = [.. _items.Select(item => new TextLine(Fonts.Normal, item.Text))];
        _chosen = Array.FindIndex(_items, item => item.IsChecked);
    }

    /// <inheritdoc/>
    public override string Name => "Menu";

    /// <inheritdoc/>
    public override string Reading => _chosen < 0 ? "" : _items[_chosen].Text;

    private float ContentHeight => (2 * Padding) + _items.Sum(HeightOf);

    /// <summary>The anchor of a menu that a pointer opens on a widget: the menu does not cover the widget.</summary>
    public static SKRect AnchorAt(Widget widget, float x) => new(x, widget.Bounds.Top, x, widget.Bounds.Bottom);

    /// <inheritdoc/>
    public override SKRect Place(SKSize window)
    {
        float width = _texts.Length == 0 ? 0 : _texts.Max(text => text.Width);
        return PlaceBelow(_anchor, new(Math.Max(width + MarkWidth + 20, _anchor.Width), Math.Min(ContentHeight, MostHeight)), window);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 6, 6, theme.Popup);
        float y = Bounds.Top + Padding - _scroll;
        for (int i = 0; i < _items.Length; i++)
        {
            float height = HeightOf(_items[i]);
            if (_items[i].Text.Length == 0)
                canvas.DrawLine(Bounds.Left + 8, y + (height / 2), Bounds.Right - 8, y + (height / 2), theme.Line);
            else
                DrawItem(canvas, theme, i, SKRect.Create(Bounds.Left, y, Bounds.Width, height));
            y += height;
        }
        if (ContentHeight > Bounds.Height)
            DrawScrollBar(canvas, theme);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 6, 6, theme.Border);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Wheel:
                Scroll(-e.Wheel * RowHeight);
                break;
            case PointerKind.Move or PointerKind.Press or PointerKind.DoublePress:
                Choose(ItemAt(e.Y));
                break;
            case PointerKind.Release when ItemAt(e.Y) is var at and >= 0 && Bounds.Contains(e.X, e.Y):
                Act(at);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e.Key)
        {
            case Key.Down:
                Step(_chosen, 1);
                break;
            case Key.Up:
                Step(_chosen < 0 ? _items.Length : _chosen, -1);
                break;
            case Key.Home:
                Step(-1, 1);
                break;
            case Key.End:
                Step(_items.Length, -1);
                break;
            // Without a choice too: in hosts, Return moves the playhead.
            case Key.Return:
                if (_chosen >= 0)
                    Act(_chosen);
                break;
            case Key.None when e.Character > ' ' && !e.Control:
                Find(e.Character);
                break;
            default:
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var text in _texts)
            text.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => Show(_chosen);

    private static float HeightOf(MenuItem item) => item.Text.Length == 0 ? LineHeight : RowHeight;

    private void DrawItem(SKCanvas canvas, Theme theme, int index, SKRect row)
    {
        var item = _items[index];
        if (index == _chosen)
            canvas.DrawRoundRect(SKRect.Inflate(row, -4, 0), 4, 4, theme.Hover);
        if (item.IsChecked)
        {
            canvas.Save();
            canvas.Translate(row.Left + 15, row.MidY);
            canvas.DrawPath(Icons.Check, theme.AccentLine);
            canvas.Restore();
        }
        _texts[index].Draw(canvas, row.Left + MarkWidth + 4, row.MidY + 4.5f, item.Act is null ? theme.Dim : theme.Text);
    }

    private void DrawScrollBar(SKCanvas canvas, Theme theme)
    {
        float length = Bounds.Height * Bounds.Height / ContentHeight, top = Bounds.Top + (_scroll * Bounds.Height / ContentHeight);
        canvas.DrawLine(Bounds.Right - 4, top + 4, Bounds.Right - 4, top + length - 4, theme.DimLine);
    }

    private void Act(int index)
    {
        var act = _items[index].Act;
        if (act is null)
            return;
        Close();
        act();
    }

    // Chooses the next entry that can be chosen; nothing changes if there is none.
    private void Step(int at, int by)
    {
        for (int i = 0; i < _items.Length; i++)
        {
            at = Math.Clamp(at, -1, _items.Length) + by;
            if (at < 0 || at >= _items.Length)
                return;
            if (_items[at].Act is not null)
                break;
        }
        Choose(at);
        Show(at);
    }

    private void Find(char letter)
    {
        for (int i = 1; i <= _items.Length; i++)
        {
            int at = (Math.Max(_chosen, 0) + i) % _items.Length;
            if (_items[at].Act is null || !_items[at].Text.StartsWith(letter.ToString(), StringComparison.OrdinalIgnoreCase))
                continue;
            Choose(at);
            Show(at);
            return;
        }
    }

    private void Choose(int index)
    {
        if (index == _chosen || (index >= 0 && _items[index].Act is null))
            return;
        _chosen = index;
        Invalidate();
    }

    private int ItemAt(float y)
    {
        float top = Bounds.Top + Padding - _scroll;
        for (int i = 0; i < _items.Length; i++)
        {
            float bottom = top + HeightOf(_items[i]);
            if (y >= top && y < bottom)
                return i;
            top = bottom;
        }
        return -1;
    }

    // Scrolls so far that an entry can be seen.
    private void Show(int index)
    {
        if (index < 0 || index >= _items.Length)
            return;
        float top = Padding + _items.Take(index).Sum(HeightOf), bottom = top + HeightOf(_items[index]);
        if (top < _scroll)
            Scroll(top - Padding - _scroll);
        else if (bottom > _scroll + Bounds.Height)
            Scroll(bottom + Padding - Bounds.Height - _scroll);
    }

    private void Scroll(float by)
    {
        _scroll = Math.Clamp(_scroll + by, 0, Math.Max(0, ContentHeight - Bounds.Height));
        Invalidate();
    }
}
