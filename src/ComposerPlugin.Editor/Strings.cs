namespace ComposerPlugin.Editor;

/// <summary>Every text of the window, in one table.</summary>
internal static partial class Strings
{
}
