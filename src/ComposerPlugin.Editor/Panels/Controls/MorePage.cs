using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The controls that are used less often, in groups, over the roll: every parameter of the plugin is here or in the panels.
/// </summary>
internal sealed class MorePage : Popup
{
    private const float Width = 1004, Height = 300, Inset = 18, RowHeight = 52, FirstRow = 76, HeadingBaseline = 64;
    private const float ColumnWidth = 138, ColumnGap = 32, PairGap = 12;

    private readonly SKRect _panel;
    private readonly TextLine _title = new(Fonts.Title, ControlStrings.MoreTitle);
    private readonly TextLine[] _headings =
    [
        new(Fonts.Strong, ControlStrings.Play), new(Fonts.Strong, ControlStrings.Takes), new(Fonts.Strong, ControlStrings.Notes),
        new(Fonts.Strong, ControlStrings.Feel), new(Fonts.Strong, ControlStrings.Output),
    ];

    // The widgets of each column from above; the third column is two columns wide.
    private readonly ControlWidget[][] _columns;
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
                new DropDown(controls.Program, ControlStrings.Program, menu),
                new DropDown(controls.AnswerBars, ControlStrings.AnswerBars, menu),
                new DropDown(controls.TradeBars, ControlStrings.TradeBars, menu),
                new Toggle(controls.AutoApply, ControlStrings.AutoApply, menu),
            ],
            [
                new Knob(controls.Variation, ControlStrings.Variation, menu), new Knob(controls.Morph, ControlStrings.Morph, menu),
                new NumberField(controls.Seed, ControlStrings.Seed, menu),
                new TriggerButton(controls.CaptureA, ControlStrings.CaptureA, menu),
                new TriggerButton(controls.CaptureB, ControlStrings.CaptureB, menu),
            ],
            [
                new DropDown(controls.LowestNote, ControlStrings.LowestNote, menu),
                new DropDown(controls.HighestNote, ControlStrings.HighestNote, menu),
                new DropDown(controls.Octave, ControlStrings.Octave, menu),
                new Toggle(controls.EndOnTonic, ControlStrings.EndOnTonic, menu),
                new Knob(new PercentControl(controls.TopP), ControlStrings.TopP, menu),
                new DropDown(controls.RepeatGuard, ControlStrings.RepeatGuard, menu),
            ],
            [
                new Knob(controls.FixedVelocity, ControlStrings.FixedVelocity, menu),
                new DropDown(controls.Velocity, ControlStrings.Velocity, menu),
                new DropDown(controls.Timing, ControlStrings.Timing, menu),
            ],
            [
                new DropDown(controls.Provider, ControlStrings.Provider, menu),
                new Toggle(controls.Thru, ControlStrings.Thru, menu),
                new Toggle(controls.Bypass, ControlStrings.Bypass, menu),
            ],
        ];
        Children = [.. _columns.SelectMany(column => column), _close];
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
            float left = LeftOf(i);
            _headings[i].Draw(canvas, left, Bounds.Top + HeadingBaseline, theme.Text);
            if (i > 0)
                canvas.DrawLine(left - (ColumnGap / 2), Bounds.Top + 54, left - (ColumnGap / 2), Bounds.Bottom - 20, theme.Line);
        }
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _title.Dispose();
        foreach (var heading in _headings)
            heading.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        _close.Bounds = SKRect.Create(Bounds.Right - Inset - 20, Bounds.Top + 12, 26, 26);
        for (int i = 0; i < _columns.Length; i++)
            PlaceColumn(_columns[i], LeftOf(i));
    }

    private static float HeightOf(ControlWidget widget) => widget switch
    {
        Knob => Knob.WantedHeight,
        Toggle or TriggerButton => Toggle.WantedHeight,
        _ => DropDown.WantedHeight,
    };

    // The left edge of a column; the third one is wider.
    private float LeftOf(int column) =>
        Bounds.Left + Inset + (column * (ColumnWidth + ColumnGap)) + (column > 2 ? ColumnWidth + PairGap : 0);

    // Fields below each other; two knobs or buttons that follow each other share a row; a full column goes on beside itself.
    private void PlaceColumn(ControlWidget[] widgets, float left)
    {
        int row = 0;
        for (int i = 0; i < widgets.Length; i++)
        {
            if (row > 3)
                (row, left) = (0, left + ColumnWidth + PairGap);
            float top = Bounds.Top + FirstRow + (row * RowHeight), height = HeightOf(widgets[i]);
            bool isPair = i + 1 < widgets.Length && widgets[i] is Knob or TriggerButton && widgets[i].GetType() == widgets[i + 1].GetType();
            // Switches and buttons stand where the fields of other rows do; a switch begins a little to the left of its picture.
            if (height == Toggle.WantedHeight)
                top += DropDown.WantedHeight - height;
            float inset = widgets[i] is Toggle ? -Toggle.Inset : 0, gap = widgets[i] is TriggerButton ? 6 : 0;
            float width = isPair ? (ColumnWidth - gap) / 2 : ColumnWidth - inset;
            widgets[i].Bounds = SKRect.Create(left + inset, top, width, height);
            if (isPair)
                widgets[++i].Bounds = SKRect.Create(left + width + gap, top, width, height);
            row += widgets[i] is Knob ? 2 : 1;
        }
    }
}
