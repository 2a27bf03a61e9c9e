using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The controls that are used less often, in groups, over the roll: every parameter of the plugin is here or in the panels.
/// </summary>
internal sealed class MorePage : Popup
{
    private const float Width = 1004, Height = 300, Inset = 18, RowHeight = 52, FirstRow = 76, HeadingBaseline = 64;
    private const float ColumnWidth = 138, ColumnGap = 32, PairGap = 12, ButtonGap = 6, CaptionBaseline = 12;

    private readonly SKRect _panel;
    private readonly TextLine _title = new(Fonts.Title, ControlStrings.MoreTitle);
    private readonly TextLine _lastPhrase = new(Fonts.Small, ControlStrings.LastPhrase);
    private readonly TextLine[] _headings =
    [
        new(Fonts.Strong, ControlStrings.Play), new(Fonts.Strong, ControlStrings.Takes), new(Fonts.Strong, ControlStrings.Notes),
        new(Fonts.Strong, ControlStrings.Feel), new(Fonts.Strong, ControlStrings.Output),
    ];

    // The widgets of each column by its rows, from above: null leaves a row free, an array shares it. The third group has two columns.
    private readonly ControlWidget?[][][] _columns;
    private readonly Button _close;

    /// <summary>The page of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="menu">The menu of the parameters.</param>
    /// <param name="panel">The place of the panel below it, in units.</param>
    public MorePage(IEditorModel model, ParameterMenu menu, SKRect panel)
    {
        _panel = panel;
        var controls = model.Controls;
        _close = new(PageStrings.Close, Close, Icons.Cross, showsText: false) { IsFlat = true, HelpText = PageStrings.CloseHelp };
        _columns =
        [
            [
                [new DropDown(controls.Program, ControlStrings.Program, menu)],
                [new DropDown(controls.AnswerBars, ControlStrings.AnswerBars, menu)],
                [new DropDown(controls.TradeBars, ControlStrings.TradeBars, menu)],
                [new Toggle(controls.AutoApply, ControlStrings.AutoApply, menu)],
            ],
            [
                [new NumberField(controls.Seed, ControlStrings.Seed, menu)],
                [
                    new TriggerButton(controls.CaptureA, ControlStrings.CaptureA, menu),
                    new TriggerButton(controls.CaptureB, ControlStrings.CaptureB, menu),
                ],
                [new Knob(controls.Variation, ControlStrings.Variation, menu), new Knob(controls.Morph, ControlStrings.Morph, menu)],
            ],
            [
                [new DropDown(controls.LowestNote, ControlStrings.LowestNote, menu)],
                [new DropDown(controls.Octave, ControlStrings.Octave, menu)],
                [new Knob(new PercentControl(controls.TopP), ControlStrings.TopP, menu), null],
            ],
            [
                [new DropDown(controls.HighestNote, ControlStrings.HighestNote, menu)],
                [new DropDown(controls.RepeatGuard, ControlStrings.RepeatGuard, menu)],
                [new Toggle(controls.EndOnTonic, ControlStrings.EndOnTonic, menu)],
            ],
            [
                [new DropDown(controls.Velocity, ControlStrings.Velocity, menu)],
                [new NumberField(controls.FixedVelocity, ControlStrings.FixedVelocity, menu)],
                [new DropDown(controls.Timing, ControlStrings.Timing, menu)],
                [new Toggle(controls.FollowPhrase, ControlStrings.FollowPhrase, menu)],
            ],
            [
                [new DropDown(controls.Provider, ControlStrings.Provider, menu)],
                [new Toggle(controls.Thru, ControlStrings.Thru, menu)],
                [new Toggle(controls.Bypass, ControlStrings.Bypass, menu)],
            ],
        ];
        Children = [.. _columns.SelectMany(column => column.SelectMany(row => row)).OfType<ControlWidget>(), _close];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override string Name => ControlStrings.MoreTitle;

    /// <inheritdoc/>
    public override SKRect Place(SKSize window) =>
        SKRect.Create(_panel.Right - Width, Math.Max(4, _panel.Top - Height - 6), Width, Height);

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 8, 8, theme.Card);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 8, 8, theme.Border);
        _title.Draw(canvas, Bounds.Left + Inset, Bounds.Top + 32, theme.Text);
        for (int i = 0; i < _headings.Length; i++)
        {
            float left = LeftOf(i < 3 ? i : i + 1);
            _headings[i].Draw(canvas, left, Bounds.Top + HeadingBaseline, theme.Text);
            if (i > 0)
                canvas.DrawLine(left - (ColumnGap / 2), Bounds.Top + 54, left - (ColumnGap / 2), Bounds.Bottom - 20, theme.Line);
        }
        _lastPhrase.Draw(canvas, LeftOf(1), Bounds.Top + FirstRow + RowHeight + CaptionBaseline, theme.Dim);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _title.Dispose();
        _lastPhrase.Dispose();
        foreach (var heading in _headings)
            heading.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        _close.Bounds = SKRect.Create(Bounds.Right - Inset - 20, Bounds.Top + 12, 26, 26);
        for (int i = 0; i < _columns.Length; i++)
        {
            for (int row = 0; row < _columns[i].Length; row++)
                PlaceRow(_columns[i][row], LeftOf(i), Bounds.Top + FirstRow + (row * RowHeight));
        }
    }

    private static float HeightOf(ControlWidget widget) => widget switch
    {
        Knob => Knob.WantedHeight,
        Toggle or TriggerButton => Toggle.WantedHeight,
        _ => DropDown.WantedHeight,
    };

    // The left edge of a column; the third and the fourth belong together.
    private float LeftOf(int column) =>
        Bounds.Left + Inset + (column * (ColumnWidth + ColumnGap)) - (column > 2 ? ColumnGap - PairGap : 0);

    private static void PlaceRow(ControlWidget?[] widgets, float left, float top)
    {
        for (int i = 0; i < widgets.Length; i++)
        {
            if (widgets[i] is not { } widget)
                continue;
            float height = HeightOf(widget), gap = widget is TriggerButton ? ButtonGap : 0;
            float width = (ColumnWidth - (gap * (widgets.Length - 1))) / widgets.Length, inset = widget is Toggle ? Toggle.Inset : 0;
            // Switches and buttons stand where the fields of other rows do; a switch begins a little to the left of its picture.
            float down = height == Toggle.WantedHeight ? DropDown.WantedHeight - height : 0;
            widget.Bounds = SKRect.Create(left + (i * (width + gap)) - inset, top + down, width + inset, height);
        }
    }
}
