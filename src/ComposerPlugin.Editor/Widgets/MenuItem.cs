namespace ComposerPlugin.Editor;

/// <summary>An entry of a <see cref="Menu"/>.</summary>
/// <param name="Text">Its text; empty for a line between entries.</param>
/// <param name="Act">What it does; null if it cannot be chosen.</param>
/// <param name="IsChecked">Whether it is the chosen one.</param>
internal readonly record struct MenuItem(string Text, Action? Act = null, bool IsChecked = false);
