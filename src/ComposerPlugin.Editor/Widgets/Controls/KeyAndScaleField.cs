namespace ComposerPlugin.Editor;

/// <summary>[main] The key and the scale in one field, as "D major": its list holds the scales on the tonic that is chosen.</summary>
internal sealed class KeyAndScaleField : DropDown
{
    private readonly IControl _key;
    private int _shownKey = -1;

    /// <summary>A field for a tonic and a scale.</summary>
    public KeyAndScaleField(IControl key, IControl scale, ParameterMenu menu)
        : base(scale, ControlStrings.KeyAndScale, menu) => _key = key;

    /// <inheritdoc/>
    public override string ValueText => EntryText(CurrentEntry);

    /// <inheritdoc/>
    public override string DefaultText => TextOf(_key.EntryOf(_key.Default), Control.EntryOf(Control.Default));

    /// <inheritdoc/>
    public override string RangeText => ControlStrings.KeyAndScaleRange;

    /// <inheritdoc/>
    protected override string FieldText => ValueText.Replace(ControlStrings.Pentatonic, ControlStrings.Penta, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Edits(IControl control) => control == _key || base.Edits(control);

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        if (_key.Entry() == _shownKey)
            return;
        _shownKey = _key.Entry();
        Show(Control.Value);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        if (_key.Value != _key.Default)
            _key.Change(_key.Default);
        base.Reset();
    }

    /// <inheritdoc/>
    public override bool TryType(string text)
    {
        if (!TryRead(text.Trim(), out int key, out int scale))
            return false;
        if (key >= 0 && key != _key.Entry())
            _key.Choose(key);
        if (scale >= 0)
            Change((double)scale / Control.Steps);
        return true;
    }

    /// <inheritdoc/>
    protected override string EntryText(int entry) => TextOf(_key.Entry(), entry);

    private string TextOf(int key, int scale)
    {
        // The first scale is none.
        if (scale == 0)
            return ControlStrings.AllNotes;
        string name = Control.Format((double)scale / Control.Steps);
        return $"{NoteNames.Show(_key.Format((double)key / _key.Steps))} {char.ToLowerInvariant(name[0])}{name[1..]}";
    }

    // "D minor", "D", "minor", "Dm", "all notes"; -1: not said.
    private bool TryRead(string text, out int key, out int scale)
    {
        key = -1;
        if (TryFindScale(text, isWhole: true, out scale))
            return true;
        if (NoteNames.TryRead(text, out int pitchClass, out var rest)
            && (rest.IsEmpty || TryFindScale(rest.Trim().ToString(), isWhole: false, out scale)))
        {
            key = pitchClass;
            return true;
        }
        return TryFindScale(text, isWhole: false, out scale);
    }

    private bool TryFindScale(string text, bool isWhole, out int scale)
    {
        // As musicians write it: Am.
        string name = text == "m" ? "minor" : text;
        for (scale = 0; scale < Count; scale++)
        {
            string other = Control.Format((double)scale / Control.Steps);
            if (Fits(other, name, isWhole) || (scale == 0 && Fits(ControlStrings.AllNotes, name, isWhole)))
                return true;
        }
        scale = -1;
        return false;
    }

    private static bool Fits(string name, string typed, bool isWhole) => isWhole
        ? name.Equals(typed, StringComparison.OrdinalIgnoreCase)
        : typed.Length > 0 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
}
