namespace ComposerPlugin.Vst3;

/// <summary>A key that goes down, as reported by the host.</summary>
/// <param name="Character">
/// The UTF-16 character; 0 for a key without one, such as an arrow, and for Backspace, Tab, Return, Escape and Delete.
/// </param>
/// <param name="Key">The key, if it is not a letter or digit. Space and the numeric keypad have a character too.</param>
/// <param name="Modifiers">The modifier keys that are down.</param>
public readonly record struct KeyStroke(char Character, VirtualKey Key, KeyModifiers Modifiers);
