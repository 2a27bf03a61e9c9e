using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] All styles: searched, read about, chosen and marked. It stays open when a style is used.</summary>
internal sealed class StyleBrowser : Page
{
    private const float ListWidth = 276, Gap = 24, FieldHeight = 28, ButtonHeight = 30, FootHeight = 34;

    private readonly IEditorModel _model;
    private readonly TextField _search;
    private readonly StyleRows _rows;
    private readonly StyleCardView _card = new();
    private readonly Button _use;
    private readonly Button _folder;
    private readonly Button _favourite;
    private readonly TextLine _foot = new(Fonts.Small, StyleStrings.DropHint);
    private StyleItem? _shown;
    private string _said = "";
    private (int Version, string? Chosen, bool IsLoading, bool IsError) _known = (-1, null, false, false);

    /// <summary>The browser of a model.</summary>
    public StyleBrowser(IEditorModel model)
        : base(StyleStrings.Title, new(760, 550))
    {
        _model = model;
        _search = new(StyleStrings.Search)
        {
            Changed = Search, Entered = _ => Use(), Icon = Icons.Search, HelpText = StyleStrings.SearchHelp,
        };
        _rows = new(model.Styles) { Used = Use, Pressed = () => Host!.Focus(_search) };
        _use = new(StyleStrings.Use, () => Press(_use!, Use)) { IsMain = true, HelpText = StyleStrings.UseHelp };
        _folder = new(StyleStrings.ShowFolder, () => Press(_folder!, ShowFolder)) { HelpText = StyleStrings.ShowFolderHelp };
        _favourite = new(StyleStrings.Favourite, () => Press(_favourite!, Mark), Icons.Star, showsText: false)
        {
            HelpText = StyleStrings.FavouriteHelp,
        };
        Add(_search, _rows, _card, _use, _folder, _favourite);
    }

    /// <inheritdoc/>
    public override Widget? FirstKeys => _search;

    /// <inheritdoc/>
    public override string Reading => _foot.Text;

    /// <inheritdoc/>
    public override void Say(string message)
    {
        _said = message;
        ShowFoot();
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        var status = _model.Status;
        var now = (_model.Styles.Version, _rows.Chosen?.Id, status.IsLoading, status.IsError);
        if (now == _known)
            return;
        bool isOther = now.Version != _known.Version || now.Id != _known.Chosen;
        _known = now;
        if (isOther)
        {
            _shown = _rows.Chosen;
            _card.Show(_shown is null ? null : _model.Styles.Read(_shown));
        }
        ShowButtons(status.IsLoading);
        ShowFoot();
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e)
        {
            case { Key: Key.Up }:
                _rows.Step(-1);
                return true;
            case { Key: Key.Down }:
                _rows.Step(1);
                return true;
            case { Key: Key.PageUp }:
                _rows.StepPage(-1);
                return true;
            case { Key: Key.PageDown }:
                _rows.StepPage(1);
                return true;
            case { Key: Key.Return }:
                Use();
                return true;
            // What is typed belongs to the search, wherever the keys are.
            case { Key: Key.None, Control: false, Character: >= ' ' } or { Key: Key.Backspace }:
                Host!.Focus(_search);
                return _search.KeyDown(e);
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _foot.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        base.Arrange();
        var content = Content;
        _search.Bounds = SKRect.Create(content.Left, content.Top, ListWidth, FieldHeight);
        _rows.Bounds = new(content.Left, content.Top + FieldHeight + 8, content.Left + ListWidth, content.Bottom - FootHeight + 6);
        float left = content.Left + ListWidth + Gap, top = _rows.Bounds.Bottom - ButtonHeight;
        _card.Bounds = new(left, content.Top, content.Right, top - 14);
        _use.Bounds = SKRect.Create(left, top, 130, ButtonHeight);
        _folder.Bounds = SKRect.Create(_use.Bounds.Right + 8, top, 110, ButtonHeight);
        _favourite.Bounds = SKRect.Create(content.Right - 36, top, 36, ButtonHeight);
        ShowFoot();
    }

    /// <inheritdoc/>
    protected override void DrawContent(SKCanvas canvas, Theme theme)
    {
        bool isError = _said.Length == 0 && _known.IsError;
        _foot.Draw(canvas, Content.Left, Content.Bottom - 2, isError ? theme.Error : _said.Length > 0 ? theme.Text : theme.Dim);
    }

    private void Search(string text)
    {
        _rows.Search(text);
        Tick();
    }

    private void Use()
    {
        _said = "";
        ShowFoot();
        if (_rows.Chosen is { } style && style.Id != _model.Styles.Current?.Id)
            _model.Styles.Choose(style);
    }

    private void ShowFolder() => _model.Styles.ShowFolder(_shown);

    private void Mark()
    {
        if (_shown is { } style)
            _model.Styles.Mark(style, !style.IsFavourite);
    }

    // A click leaves the keys with the search; a press by keys does not take them away from the button.
    private void Press(Button button, Action act)
    {
        act();
        if (!Host!.HasKeys(button))
            Host.Focus(_search);
    }

    private void ShowButtons(bool isLoading)
    {
        bool isCurrent = _shown is { } shown && shown.Id == _model.Styles.Current?.Id;
        _use.SetText(!isCurrent ? StyleStrings.Use : isLoading ? StyleStrings.Loading : StyleStrings.InUse);
        _use.IsEnabled = _shown is not null && !isCurrent;
        _folder.IsEnabled = _favourite.IsEnabled = _shown is not null;
        _favourite.IsOn = _shown is { IsFavourite: true };
    }

    private void ShowFoot()
    {
        string text = _said.Length > 0 ? _said : _known.IsError ? _model.Status.Message : StyleStrings.DropHint;
        _foot.Set(text, Content.Width);
        Invalidate();
    }
}
