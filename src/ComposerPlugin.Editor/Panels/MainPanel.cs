namespace ComposerPlugin.Editor;

/// <summary>[main] Everything in the window, from top to bottom: header, roll, surprise, takes, controls, status line.</summary>
internal sealed class MainPanel : Widget
{
    private const float Margin = 18, HeaderHeight = 50, BitsHeight = 34, TakesHeight = 98, ControlsHeight = 134, StatusHeight = 36;

    private readonly HeaderPanel _header;
    private readonly RollPanel _roll;
    private readonly BitsPanel _bits;
    private readonly TakesPanel _takes;
    private readonly ControlsPanel _controls;
    private readonly StatusPanel _status;

    /// <summary>The panels of a model.</summary>
    public MainPanel(IEditorModel model)
    {
        _header = new(model);
        _roll = new(model);
        _bits = new(model, _roll);
        _takes = new(model);
        _controls = new(model, () => Host!.OpenPopup(new RoutingPage(model)));
        _status = new(model);
        Children = [_header, _roll, _bits, _takes, _controls, _status];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <summary>Shows a message in the status line for some seconds.</summary>
    public void Say(string message) => _status.Say(message);

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float left = Bounds.Left + Margin, right = Bounds.Right - Margin, bottom = Bounds.Bottom;
        _header.Bounds = new(Bounds.Left, Bounds.Top, Bounds.Right, Bounds.Top + HeaderHeight);
        _status.Bounds = new(left, bottom - StatusHeight, right, bottom);
        bottom -= StatusHeight;
        _controls.Bounds = new(left, bottom - ControlsHeight, right, bottom);
        bottom -= ControlsHeight + 8;
        _takes.Bounds = new(left, bottom - TakesHeight, right, bottom);
        bottom -= TakesHeight;
        _bits.Bounds = new(left, bottom - BitsHeight, right, bottom);
        bottom -= BitsHeight;
        _roll.Bounds = new(left, _header.Bounds.Bottom, right, bottom);
    }
}
