using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using Spectre.Console;
using Grid = ComposerPlugin.Music.Grid;
using LoadedStyle = ComposerPlugin.Inference.LoadedStyle;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>Generates takes of a style and writes each as a MIDI file.</summary>
internal static class TakeWriter
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    /// <summary>Generates and writes the takes.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="prompt">The notes before the answer.</param>
    /// <param name="grid">The grid of the answer's onsets.</param>
    /// <param name="begin">The start of the answer, in ticks.</param>
    /// <param name="options">The options.</param>
    /// <param name="song">Creates the song to write from the answer.</param>
    /// <param name="console">Where the files are listed.</param>
    /// <param name="json">Whether to list them as JSON.</param>
    public static void Write(
        string folder, Phrase prompt, Grid grid, int begin, TakeOptions options, Func<Phrase, MidiSong> song, IAnsiConsole console,
        bool json)
    {
        using var style = LoadedStyle.Load(folder);
        using var composer = new PhraseComposer(style);
        int end = begin + (options.Bars * prompt.Meter.BarTicks);
        var files = new JsonArray();
        for (int take = 0; take < options.Takes; take++)
        {
            var controls = options.Controls(grid, take);
            var sections = options.Piece?.Sections(composer, options.Bars, controls.Seed);
            var answer = sections is null
                ? composer.Answer(prompt, begin, end, controls)
                : composer.Play(prompt.Meter, sections, controls);
            string path = options.FileOf(take);
            Save(song(answer), path);
            var file = new JsonObject { ["file"] = path, ["seed"] = controls.Seed, ["bars"] = options.Bars, ["notes"] = answer.Count };
            if (sections is not null)
                file["form"] = sections.Letters;
            files.Add(file);
            string form = sections is null ? "" : $", form {sections.Letters}";
            if (!json)
                console.WriteLine($"{path}: {answer.Count} notes in {options.Bars} bars of {prompt.Meter}, seed {controls.Seed}{form}");
        }
        if (json)
            console.WriteLine(new JsonObject { ["style"] = style.File.Id, ["files"] = files }.ToJsonString(_json));
    }

    /// <summary>A track of notes on channel 1.</summary>
    public static MidiTrack Track(string name, IEnumerable<Note> notes) =>
        new(name, [.. notes.Select(note => new MidiNote(note.Onset, note.Duration, note.Pitch, note.Velocity, 0))]);

    /// <summary>Writes a song.</summary>
    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public static void Save(MidiSong song, string path)
    {
        try
        {
            AtomicFile.Write(path, stream => MidiFileWriter.Write(song, stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !FullDisk.Is(exception))
        {
            throw new BadInputException($"{path}: not writable ({exception.Message.TrimEnd('.')}); give -o a file in a writable folder.");
        }
    }
}
