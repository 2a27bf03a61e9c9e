using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The last takes and the kept ones as cards in a row, the oldest at the left. Where there is no room for all, the wheel and
/// arrows at its ends scroll; the arrows count the takes that are not seen.
/// </summary>
internal sealed class TakeRow : Widget
{
    // Units.
    private const float Gap = 9, CardWidth = 117.6f, ArrowWidth = 32;

    // 8 s of 33 ms: two bars of a slow song.
    private const int TicksOfAsking = 242;

    private readonly ITakes _takes;
    private readonly TextLine _empty = new(Fonts.Normal, TakeStrings.Empty);
    private readonly List<TakeCard> _cards = [];
    private readonly List<Widget> _children = [];
    private readonly TakesArrow _earlier, _later;
    private int _version = -1;
    private int _currentId;
    private float _scroll;
    private int _ticksOfAsking;

    /// <summary>The takes of an instance.</summary>
    public TakeRow(ITakes takes)
    {
        _takes = takes;
        _earlier = new(this, TakeStrings.Earlier, Icons.Earlier, () => ScrollBy(-Page));
        _later = new(this, TakeStrings.Later, Icons.Later, () => ScrollBy(Page));
        _children.AddRange([_earlier, _later]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <inheritdoc/>
    public override string Name => TakeStrings.Takes;

    /// <inheritdoc/>
    public override string Help => TakeStrings.Hint;

    /// <summary>The take that keys act on: the one that was chosen last, or the current one.</summary>
    public int ChosenId { get; private set; }

    /// <summary>Whether it has no take: then it says how to get one.</summary>
    public bool IsEmpty => _cards.Count == 0;

    /// <summary>The width at the right that no take covers, in units.</summary>
    public float FreeWidth => Math.Max(0, Bounds.Width - ContentWidth);

    /// <summary>The take that was asked for and does not play yet; 0 if there is none.</summary>
    public int AskedId { get; private set; }

    private float ContentWidth => (_cards.Count * (CardWidth + Gap)) - Gap;

    private float MostScroll => Math.Max(0, ContentWidth - Bounds.Width);

    // A whole number of cards.
    private float Page => Math.Max(1, MathF.Floor(Bounds.Width / (CardWidth + Gap)) - 1) * (CardWidth + Gap);

    /// <inheritdoc/>
    public override void Tick()
    {
        if (_takes.Version != _version)
            Update();
        if (AskedId != 0 && --_ticksOfAsking == 0)
            Ask(0);
        base.Tick();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        if (_cards.Count == 0)
        {
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -1.5f), 6, 6, theme.Line);
            _empty.DrawCentred(canvas, Bounds.MidX, Bounds.MidY + 4.5f, theme.Dim);
        }
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind == PointerKind.Wheel)
            ScrollBy(-e.Wheel * (CardWidth + Gap));
    }

    /// <summary>Keys act on this take from now on.</summary>
    public void Choose(int id)
    {
        ChosenId = id;
        if (Find(id) is { } card)
            Show(card);
    }

    /// <summary>Sends the keys to the take beside another one.</summary>
    /// <param name="card">The other one.</param>
    /// <param name="by">How many places to the right.</param>
    public void Step(TakeCard card, int by)
    {
        int at = Math.Clamp(_cards.IndexOf(card) + by, 0, _cards.Count - 1);
        Choose(_cards[at].Take.Id);
        Host?.Focus(_cards[at]);
    }

    /// <summary>Plays a take. It begins on a beat or a bar line: until then its card shows that it was asked for.</summary>
    public void Play(TakeItem take)
    {
        Ask(take.Id);
        _takes.Play(take);
    }

    /// <summary>Removes a take that is not kept; keys go to the one after it.</summary>
    public void Delete(TakeCard card)
    {
        if (card.Take.IsKept)
        {
            Host?.Say(TakeStrings.NotDeleted(card.Take));
            return;
        }
        int at = _cards.IndexOf(card);
        bool hadKeys = Host?.HasKeys(card) == true;
        var take = card.Take;
        _takes.Delete(take);
        Host?.Say(TakeStrings.Deleted(take));
        Update();
        if (hadKeys)
            Host?.Focus(_cards.Count == 0 ? null : _cards[Math.Min(at, _cards.Count - 1)]);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _empty.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        _scroll = Math.Clamp(_scroll, 0, MostScroll);
        float x = Bounds.Left - _scroll;
        foreach (var card in _cards)
        {
            card.Bounds = SKRect.Create(x, Bounds.Top, CardWidth, Bounds.Height);
            x += CardWidth + Gap;
        }
        _earlier.Bounds = SKRect.Create(Bounds.Left, Bounds.Top, ArrowWidth, Bounds.Height);
        _later.Bounds = SKRect.Create(Bounds.Right - ArrowWidth, Bounds.Top, ArrowWidth, Bounds.Height);
        _earlier.IsVisible = _scroll > 0;
        _later.IsVisible = _scroll < MostScroll;
        CountHidden();
    }

    // A take of which a quarter is covered does not count as seen.
    private void CountHidden()
    {
        int earlier = 0, later = 0;
        foreach (var card in _cards)
        {
            earlier += _earlier.IsVisible && card.Bounds.Left < _earlier.Bounds.Right - (CardWidth / 4) ? 1 : 0;
            later += _later.IsVisible && card.Bounds.Right > _later.Bounds.Left + (CardWidth / 4) ? 1 : 0;
        }
        (_earlier.Count, _later.Count) = (earlier, later);
    }

    // A take keeps its card, so that it keeps keys and pointer.
    private void Update()
    {
        _version = _takes.Version;
        var items = _takes.Items;
        var former = _cards.ToArray();
        _cards.Clear();
        _children.Clear();
        for (int i = 0; i < items.Count; i++)
        {
            var card = Array.Find(former, other => other.Take.Id == items[i].Id) ?? new(this, _takes);
            if (card.Host is null && Host is not null)
                card.Enter(Host);
            card.Set(items[i], i + 1, items.Count, items[i].Id == _takes.Current?.Id);
            _cards.Add(card);
        }
        foreach (var card in former)
        {
            if (!_cards.Contains(card))
                card.Dispose();
        }
        _children.AddRange(_cards);
        _children.AddRange([_earlier, _later]);
        Arrange();
        FollowCurrent();
        Invalidate();
    }

    private void FollowCurrent()
    {
        int id = _takes.Current?.Id ?? 0;
        if (id == AskedId || id != _currentId)
            Ask(0);
        if (id != _currentId)
            Choose(id);
        else if (Find(ChosenId) is null)
            ChosenId = id;
        _currentId = id;
        // A take that is not in the row cannot be chosen.
        if (Find(ChosenId) is null && _cards.Count > 0)
            ChosenId = _cards[^1].Take.Id;
    }

    private void Ask(int id)
    {
        if (AskedId == id)
            return;
        (AskedId, _ticksOfAsking) = (id, TicksOfAsking);
        Invalidate();
    }

    private TakeCard? Find(int id) => _cards.Find(card => card.Take.Id == id);

    private void Show(TakeCard card)
    {
        float edge = MostScroll > 0 ? ArrowWidth + Gap : 0;
        if (card.Bounds.Left < Bounds.Left + edge)
            ScrollBy(card.Bounds.Left - Bounds.Left - edge);
        else if (card.Bounds.Right > Bounds.Right - edge)
            ScrollBy(card.Bounds.Right - Bounds.Right + edge);
    }

    private void ScrollBy(float units)
    {
        float scroll = Math.Clamp(_scroll + units, 0, MostScroll);
        if (scroll == _scroll)
            return;
        _scroll = scroll;
        Arrange();
        Invalidate();
    }
}
