using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing.Tests;

/// <summary>A preset, by default Irish &amp; Scots session, and takes of it on two bars of demo phrases.</summary>
public sealed class PresetStyle : IDisposable
{
    private const int HeardBars = 2;

    private readonly LoadedStyle _style;
    private readonly PhraseComposer _continuation;

    public PresetStyle()
        : this("irish-scots-session")
    {
    }

    internal PresetStyle(string name)
    {
        _style = LoadedStyle.Load(Folder(name));
        _continuation = new(_style);
    }

    public static AnswerControls Plain { get; } = new(Grid.Sixteenth, 1, 0.95f, 1);

    public void Dispose()
    {
        _continuation.Dispose();
        _style.Dispose();
    }

    /// <summary>The answers to a reel, a jig and a waltz, several seeds each.</summary>
    public IEnumerable<Phrase> Takes(AnswerControls controls, int bars = 4, int seeds = 4)
    {
        foreach (var heard in (Phrase[])[Heard("reel"), Heard("jig"), Heard("waltz")])
        {
            int bar = heard.Meter.BarTicks;
            for (uint seed = 1; seed <= seeds; seed++)
                yield return _continuation.Answer(heard, HeardBars * bar, (HeardBars + bars) * bar, controls with { Seed = seed });
        }
    }

    /// <summary>The answer to a phrase of two bars.</summary>
    public Phrase Continue(Phrase heard, int bars, AnswerControls controls)
    {
        int bar = heard.Meter.BarTicks;
        return _continuation.Answer(heard, HeardBars * bar, (HeardBars + bars) * bar, controls);
    }

    /// <summary>The bars of a demo phrase that are heard.</summary>
    public static Phrase Heard(string name)
    {
        var song = MidiFileReader.Read(Path.Combine(Folder("phrases"), name + ".mid"));
        var phrase = Quantizer.Quantize([.. song.Tracks.SelectMany(track => track.Notes)], song.Meter);
        return new(song.Meter, phrase.Where(note => note.End <= HeardBars * song.Meter.BarTicks));
    }

    private static string Folder(string name) => Repository.File($"presets/{name}");
}
