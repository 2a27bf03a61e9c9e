using ComposerPlugin.Composing;
using ComposerPlugin.Editor;

namespace ComposerPlugin;

/// <summary>What an instance takes from a state: all of it is read before anything of the instance changes.</summary>
/// <param name="State">The state.</param>
/// <param name="Plain">The plain parameter values by key.</param>
/// <param name="Program">The name of the program; null if missing.</param>
/// <param name="Learned">The mappings, as in <see cref="Parameters.Learners"/>.</param>
/// <param name="Session">The phrases and takes.</param>
/// <param name="Window">How the window looks; null if missing.</param>
public sealed record LoadedProject(
    PluginState State, IReadOnlyDictionary<string, double> Plain, string? Program, IReadOnlyList<LearnedMapping> Learned,
    SessionSnapshot Session, EditorSettings? Window);
