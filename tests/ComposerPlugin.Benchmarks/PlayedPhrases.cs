using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// The player's input: a phrase of eighths at regular intervals. Each note has a note id; the plugin's own notes have none.
/// </summary>
internal sealed class PlayedPhrases
{
    public const int Quarters = 24, Notes = 8;

    private const double Step = 0.5, Length = 0.4;

    // A reel's first bar; later phrases transpose it by a few steps.
    private static readonly int[] _pitches = [62, 66, 69, 66, 74, 69, 66, 69];

    private readonly HostTransport _transport;

    public PlayedPhrases(HostTransport transport, int phrases)
    {
        (_transport, Count) = (transport, phrases);
        Events = [.. Enumerable.Range(0, phrases).SelectMany(PhraseEvents).OrderBy(pair => pair.Frame)
            .ThenBy(pair => pair.Event.Type == EventType.NoteOn)];
    }

    /// <summary>How many phrases there are.</summary>
    public int Count { get; }

    public IReadOnlyList<(long Frame, Event Event)> Events { get; }

    /// <summary>The frame at which the last note of a phrase ends.</summary>
    public long EndOf(int phrase) => FrameOf((phrase * Quarters) + ((Notes - 1) * Step) + Length);

    /// <summary>The frame of a song position.</summary>
    public long FrameOf(double quarter) => _transport.TimeAfter(quarter);

    private IEnumerable<(long Frame, Event Event)> PhraseEvents(int phrase)
    {
        for (int i = 0; i < Notes; i++)
        {
            short pitch = (short)(_pitches[i] + (phrase % 5 * 2));
            int id = (phrase * Notes) + i;
            double quarter = (phrase * Quarters) + (i * Step);
            yield return (FrameOf(quarter),
                new() { Type = EventType.NoteOn, NoteOn = new() { Pitch = pitch, Velocity = 0.7f, NoteId = id } });
            yield return (FrameOf(quarter + Length), new() { Type = EventType.NoteOff, NoteOff = new() { Pitch = pitch, NoteId = id } });
        }
    }
}
