using ComposerPlugin.Engine;
using ComposerPlugin.Host;
using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>Renders notes with the plugin's preview tone: what was played on the left, the answer on the right.</summary>
internal static class PlayedAudio
{
    private const int Rate = 44100, Block = 4096;

    // The shares of the near and the far side.
    private const float Near = 0.8f, Far = 0.35f;

    private const float Peak = 0.9f;

    /// <summary>Writes the file.</summary>
    public static void Write(IReadOnlyList<MidiNote> played, IReadOnlyList<MidiNote> answered, SongMap map, string path)
    {
        double end = played.Concat(answered).Max(note => note.End);
        int frames = FrameOf(end, map) + (int)(Rate * PreviewTone.LongestSeconds / 2);
        float[] left = Render(played, map, frames), right = Render(answered, map, frames);
        for (int i = 0; i < frames; i++)
            (left[i], right[i]) = ((Near * left[i]) + (Far * right[i]), (Far * left[i]) + (Near * right[i]));
        float loudest = Math.Max(left.Max(Math.Abs), right.Max(Math.Abs));
        WavFile.Write(path, Rate, loudest > 0 ? Peak / loudest : 1, left, right);
    }

    private static float[] Render(IReadOnlyList<MidiNote> notes, SongMap map, int frames)
    {
        var tone = new PreviewTone();
        tone.Activate(Rate);
        // Of a note-off and a note-on on one frame, the note-off comes first.
        var strokes = notes.SelectMany(note => ((int Frame, MidiNote Note, bool On)[])
                [(FrameOf(note.Onset, map), note, true), (FrameOf(note.End, map), note, false)])
            .OrderBy(stroke => stroke.Frame).ThenBy(stroke => stroke.On).ToList();
        float[] sound = new float[frames];
        int next = 0;
        for (int from = 0; from < frames; from += Block)
        {
            int length = Math.Min(Block, frames - from);
            for (; next < strokes.Count && strokes[next].Frame < from + length; next++)
            {
                var (frame, note, on) = strokes[next];
                if (on)
                    tone.Press(frame - from, note.Pitch, note.Velocity);
                else
                    tone.Release(frame - from, note.Pitch);
            }
            tone.Render(0, sound.AsSpan(from, length), 1);
            tone.EndBlock();
        }
        return sound;
    }

    private static int FrameOf(double tick, SongMap map) => (int)(map.Tempo.SecondsAt(tick / Ticks.PerQuarter) * Rate);
}
