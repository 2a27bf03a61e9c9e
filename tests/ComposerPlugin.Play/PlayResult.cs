using ComposerPlugin.Host;

namespace ComposerPlugin.Play;

/// <summary>The plugin's output for a phrase.</summary>
/// <param name="Recording">All of it, and how long the process calls took.</param>
/// <param name="Answer">The notes that the player did not play, by onset.</param>
/// <param name="NoteOns">Note-ons of the answer.</param>
/// <param name="NoteOffs">Note-offs of the answer.</param>
/// <param name="Scan">Time to load the library and list its classes.</param>
/// <param name="Load">Time from creating the plugin until its style is ready or has failed.</param>
/// <param name="Status">The plugin's status text at the end.</param>
/// <param name="HasError">Whether the status is an error.</param>
/// <param name="Style">The name of the style that played.</param>
/// <param name="Seed">The seed of the first answer.</param>
/// <param name="Grid">The grid that is set by hand; null if the plugin finds it.</param>
internal sealed record PlayResult(
    Recording Recording, IReadOnlyList<RecordedNote> Answer, int NoteOns, int NoteOffs, TimeSpan Scan, TimeSpan Load, string Status,
    bool HasError, string Style, int Seed, string? Grid);
