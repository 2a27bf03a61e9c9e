namespace ComposerPlugin.Editor;

/// <summary>[main] A row of the style browser: a style, or the heading of a group.</summary>
/// <param name="Group">The heading of its group.</param>
/// <param name="Style">The style; null for a heading.</param>
/// <param name="Top">Its distance from the top of the list, in units.</param>
/// <param name="Height">Its height, in units.</param>
/// <param name="Text">Its text.</param>
internal sealed record StyleRow(string Group, StyleItem? Style, float Top, float Height, TextLine Text)
{
    /// <summary>The end of it, in units from the top of the list.</summary>
    public float Bottom => Top + Height;
}
