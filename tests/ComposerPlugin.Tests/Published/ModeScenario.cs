using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Music;
using HostMeter = ComposerPlugin.Host.MeterChange;
using HostTempo = ComposerPlugin.Host.TempoChange;

namespace ComposerPlugin.Tests.Published;

/// <summary>
/// A song for every mode: a phrase, a rest, another phrase, and a tempo change during the first answer. Hold starts during that answer; the
/// other modes are set from the start.
/// </summary>
/// <param name="Mode">The mode's name.</param>
/// <param name="Speed">Multiplies the tempo.</param>
internal sealed record ModeScenario(string Mode, double Speed = 1)
{
    /// <summary>The length to play, in quarter notes.</summary>
    public const double Quarters = 40;

    /// <summary>When Hold starts: in the middle of an answer.</summary>
    public const double HoldsFrom = 9.6;

    /// <summary>A loop that cuts an answer and begins with the phrase.</summary>
    public static Cycle Loop { get; } = new(0, 22);

    private const double TempoChange = 8;

    private static readonly int[] _first = [62, 66, 69, 66, 74, 69, 66, 69], _second = [67, 71, 74, 71, 78, 76, 74, 71];

    public static string[] Modes => [.. Parameters.Mode.Names];

    public bool IsHold => Mode == nameof(Engine.PlayMode.Hold);

    public double Normalized => Parameters.Mode.ToNormalized(Parameters.Mode.Names.ToList().IndexOf(Mode));

    // Quarters of whole microseconds, as MIDI files store tempi.
    public IReadOnlyList<(double Quarter, double Tempo)> Tempi => [(0, 150 * Speed), (TempoChange, 96 * Speed)];

    public static IEnumerable<(double Quarter, double Quarters, int Pitch)> Notes =>
        _first.Select((pitch, i) => (i * 0.5, 0.4, pitch)).Concat(_second.Select((pitch, i) => (20 + (i * 0.5), 0.4, pitch)));

    public HostTransport Transport(double sampleRate, Cycle? loop = null)
    {
        var transport = new HostTransport(
            new(new([.. Tempi.Select(change => new HostTempo(change.Quarter, change.Tempo))]), new(new HostMeter(0, 4, 4))), sampleRate);
        return loop is { } cycle ? transport.CycleOn(cycle.StartQuarter, cycle.EndQuarter) : transport;
    }

    /// <summary>Plays it.</summary>
    public Recording Play(HostedPlugin plugin, SessionSetup setup, double sampleRate = 48000, Cycle? loop = null,
        double quarters = Quarters)
    {
        var timeline = new Timeline();
        foreach (var (quarter, length, pitch) in Notes)
            timeline.Note(quarter, length, pitch);
        Prepare(plugin);
        if (IsHold)
            timeline.Parameter(HoldsFrom, Parameters.Mode.Id, Normalized);
        using var session = new HostSession(plugin, Transport(sampleRate, loop), timeline, setup);
        return session.RunUntilPlayed(quarters).Recording;
    }

    /// <summary>Plays it in a new instance of Composer MIDI.</summary>
    public Recording Play(PluginLibrary library, SessionSetup setup, double sampleRate = 48000, Cycle? loop = null,
        double quarters = Quarters)
    {
        using var plugin = library.Create("Composer MIDI");
        return Play(plugin, setup, sampleRate, loop, quarters);
    }

    /// <summary>The song as a MIDI file, for other hosts.</summary>
    public void WriteTo(string path) => MidiFileWriter.Write(new(
        [new("Played", [.. Notes.Select(
            note => new MidiNote(note.Quarter * Ticks.PerQuarter, note.Quarters * Ticks.PerQuarter, new((byte)note.Pitch), 100, 0))])],
        [.. Tempi.Select(change => new Music.TempoChange(change.Quarter * Ticks.PerQuarter, change.Tempo))], [new(0, Meter.Common)]), path);

    /// <summary>The controls as the JUCE host sets them.</summary>
    public IEnumerable<string> JuceOptions()
    {
        string mode = string.Create(CultureInfo.InvariantCulture, $"{Parameters.Mode.Title}={Normalized}");
        string bars = string.Create(CultureInfo.InvariantCulture, $"{Parameters.AnswerBars.Title}={Parameters.AnswerBars.ToNormalized(2)}");
        string trade = string.Create(CultureInfo.InvariantCulture, $"{Parameters.TradeBars.Title}={Parameters.TradeBars.ToNormalized(1)}");
        return IsHold
            ? ["--set", bars, "--set", trade, "--move", string.Create(CultureInfo.InvariantCulture, $"{HoldsFrom}:{mode}")]
            : ["--set", bars, "--set", trade, "--set", mode];
    }

    private void Prepare(HostedPlugin plugin)
    {
        PlayedTake.Set(plugin, Parameters.AnswerBars, 2);
        PlayedTake.Set(plugin, Parameters.TradeBars, 1);
        plugin.SetParameter(Parameters.Mode.Id, IsHold ? Parameters.Mode.ToNormalized(0) : Normalized);
    }
}
