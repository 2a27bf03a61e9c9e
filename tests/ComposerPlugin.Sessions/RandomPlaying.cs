using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>
/// Draws the input: phrases with rests between them, on the track and live, overlapping keys and chords, and controllers.
/// </summary>
/// <remarks>Each note has a note id; the plugin's own notes have none. That distinguishes them in the output.</remarks>
internal static class RandomPlaying
{
    private const int MostPhraseNotes = 12, Channels = 16, Controllers = 130;

    // A repeated note-on of a held key, a chord, and all keys of a keyboard at once.
    private enum Manner
    {
        Melody,
        SameKey,
        Chords,
        Cluster,
    }

    public static void Draw(Random random, Timeline timeline, double rate, long frames, SongMap song)
    {
        int id = 0;
        bool onTrack = random.Next(3) != 0, live = !onTrack || random.Next(2) == 0;
        if (onTrack)
        {
            double quarters = frames / rate * song.Tempo.TempoAt(0) / 60;
            Phrases(random, -4, quarters + 8, 1, (at, length, pitch, velocity, channel) =>
            {
                int note = id++;
                timeline.Event(at, On(note, pitch, velocity, channel)).Event(at + length, Off(note, pitch, channel));
            });
            for (int i = random.Next(12); i > 0; i--)
                timeline.Controller(random.NextDouble() * quarters, random.Next(Controllers), random.Next(128), random.Next(Channels));
        }
        if (live)
        {
            Phrases(random, random.NextDouble() * rate, frames, rate / 2, (at, length, pitch, velocity, channel) =>
            {
                int note = id++;
                timeline.LiveEvent((long)at, On(note, pitch, velocity, channel))
                    .LiveEvent(Math.Min((long)(at + length), frames), Off(note, pitch, channel));
            });
            for (int i = random.Next(12); i > 0; i--)
                timeline.LiveController(random.NextInt64(frames), random.Next(Controllers), random.Next(128), random.Next(Channels));
        }
    }

    // The times from and to are in any unit; beat is the length of a beat in it.
    private static void Phrases(Random random, double from, double to, double beat, Action<double, double, int, int, int> note)
    {
        var manner = (Manner)random.Next(4);
        bool loose = random.Next(2) == 0;
        for (double at = from; at < to;)
        {
            int channel = random.Next(Channels), center = random.Next(30, 90);
            for (int notes = random.Next(1, MostPhraseNotes + 1); notes > 0 && at < to; notes--)
            {
                double step = beat * (loose ? 0.05 + random.NextDouble() : random.Next(1, 5) * 0.25);
                int pitch = manner == Manner.SameKey ? center + random.Next(2) : Math.Clamp(center + random.Next(-12, 13), 0, 127);
                double length = step * (manner == Manner.SameKey ? 0.5 + (2 * random.NextDouble()) : 0.1 + random.NextDouble());
                int keys = manner switch { Manner.Chords => random.Next(1, 5), Manner.Cluster when random.Next(20) == 0 => 128, _ => 1 };
                for (int key = 0; key < keys; key++)
                    note(at, length, (pitch + (keys == 128 ? key : 4 * key)) & 127, random.Next(1, 128), channel);
                at += step;
            }
            at += beat * random.NextDouble() * 10;
        }
    }

    private static Event On(int id, int pitch, int velocity, int channel) => new()
    {
        Type = EventType.NoteOn,
        NoteOn = new() { NoteId = id, Pitch = (short)pitch, Velocity = velocity / 127f, Channel = (short)channel },
    };

    private static Event Off(int id, int pitch, int channel) => new()
    {
        Type = EventType.NoteOff,
        NoteOff = new() { NoteId = id, Pitch = (short)pitch, Channel = (short)channel },
    };
}
