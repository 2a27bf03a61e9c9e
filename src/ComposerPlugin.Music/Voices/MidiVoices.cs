namespace ComposerPlugin.Music;

/// <summary>
/// Finds the voices of a MIDI file. Each channel of a track is a voice, except that channels of one instrument are one voice: the channels of
/// an MPE zone, those that play in turn (a channel for each string of a guitar, alternate channels), and those of a keyboard that gives
/// each note the next channel.
/// </summary>
public static class MidiVoices
{
    // The largest share of notes of the smaller channel that sound together with the other one.
    private const double TogetherShare = 0.1;

    // A fifth: how far the drum channel may leave the range of a melody that it belongs to.
    private const int RangeMargin = 7;

    private const int FewestRotated = 4;

    // Parts with ranges of their own have shares of 0.7 and more.
    private const double RotatedShare = 0.5;

    /// <summary>The voices of all tracks, in the order of the tracks and channels.</summary>
    public static IReadOnlyList<MidiVoice> Of(MidiSong song) => [.. song.Tracks.SelectMany(track => Of(song, track))];

    /// <summary>The voices of a track, in the order of their first channels.</summary>
    public static IReadOnlyList<MidiVoice> Of(MidiSong song, MidiTrack track)
    {
        var channels = track.Notes.GroupBy(note => note.Channel).OrderBy(notes => notes.Key).Select(notes => notes.ToList()).ToList();
        var voices = new List<List<MidiNote>>();
        Merge(voices, channels, notes => song.Zones.IsLower(notes[0].Channel));
        Merge(voices, channels, notes => song.Zones.IsUpper(notes[0].Channel));
        var drums = channels.Where(notes => DrumParts.IsCertain(notes, track.Name, song.Rhythm)).ToList();
        channels.RemoveAll(drums.Contains);
        foreach (var instrument in channels.GroupBy(Programs).Select(same => same.ToList()))
            voices.AddRange(IsRotated(instrument) ? [Merged(instrument)] : InTurn(instrument));
        return
        [
            .. drums.Select(notes => new MidiVoice(track.Name, notes, true))
                .Concat(voices.Select(notes => new MidiVoice(track.Name, notes, DrumParts.IsLikely(notes, song.Rhythm))))
                .OrderBy(voice => voice.Notes[0].Channel).ThenBy(voice => voice.Notes[0].Onset),
        ];
    }

    /// <summary>The notes of a track without its drum parts, sorted by onset, then pitch.</summary>
    public static IReadOnlyList<MidiNote> Melodic(MidiSong song, MidiTrack track)
    {
        var voices = Of(song, track);
        return voices.Any(voice => voice.IsDrums) ? Merged([.. voices.Where(voice => !voice.IsDrums).Select(voice => voice.Notes.ToList())])
            : track.Notes;
    }

    private static void Merge(List<List<MidiNote>> voices, List<List<MidiNote>> channels, Func<List<MidiNote>, bool> belongs)
    {
        var zone = channels.Where(belongs).ToList();
        if (zone.Count == 0)
            return;
        voices.Add(Merged(zone));
        channels.RemoveAll(zone.Contains);
    }

    private static List<MidiNote> Merged(List<List<MidiNote>> channels) =>
        channels.Count == 1 ? channels[0]
            : [.. channels.SelectMany(notes => notes).OrderBy(note => note.Onset).ThenBy(note => note.Pitch)];

    // The programs of a channel; without a program change it is the first of General MIDI.
    private static string Programs(List<MidiNote> notes) =>
        string.Join(' ', notes.Select(note => (note.Bank << 7) + note.Program).Distinct().Order());

    private static List<List<MidiNote>> InTurn(List<List<MidiNote>> channels)
    {
        var groups = new List<(List<MidiNote> Notes, int Channels)>();
        foreach (var notes in channels)
        {
            int at = groups.FindIndex(group => Belongs(notes, group.Notes, group.Channels));
            if (at < 0)
                groups.Add((notes, 1));
            else
                groups[at] = (Merged([groups[at].Notes, notes]), groups[at].Channels + 1);
        }
        return [.. groups.Select(group => group.Notes)];
    }

    private static bool Belongs(List<MidiNote> notes, List<MidiNote> group, int channels)
    {
        if (notes[0].Channel == DrumParts.Channel || (channels == 1 && group[0].Channel == DrumParts.Channel))
        {
            var (drums, others) = notes[0].Channel == DrumParts.Channel ? (notes, group) : (group, notes);
            int lowest = others.Min(note => note.Pitch.Number) - RangeMargin, highest = others.Max(note => note.Pitch.Number) + RangeMargin;
            if (drums.Any(note => note.Pitch.Number < lowest || note.Pitch.Number > highest)
                || (channels < FewestRotated && DrumParts.KitShare(drums) > 0.5))
            {
                return false;
            }
        }
        return Together(notes, group) <= TogetherShare;
    }

    // Whether the channels are used in rotation for one instrument that plays chords: each has one note at a time, and all have the same
    // range. Four parts of a choir have ranges of their own.
    private static bool IsRotated(List<List<MidiNote>> channels)
    {
        if (channels.Count < FewestRotated || channels.Any(notes => OwnTogether(notes) > TogetherShare
            || (notes[0].Channel == DrumParts.Channel && DrumParts.KitShare(notes) > 0.5)))
            return false;
        // The variance of the channels' mean pitches, as a share of the variance of all pitches.
        double mean = channels.SelectMany(notes => notes).Average(note => note.Pitch.Number);
        double all = channels.SelectMany(notes => notes).Average(note => Squared(note.Pitch.Number - mean));
        double between = channels.Sum(notes => notes.Count * Squared(notes.Average(note => note.Pitch.Number) - mean))
            / channels.Sum(notes => notes.Count);
        return between <= RotatedShare * all;
    }

    private static double Squared(double value) => value * value;

    private static double OwnTogether(List<MidiNote> notes)
    {
        int together = 0;
        for (int i = 1; i < notes.Count; i++)
            together += Overlap(notes[i - 1], notes[i]) ? 1 : 0;
        return (double)together / notes.Count;
    }

    /// <summary>The share of the notes of the smaller of two channels that sound together with a note of the other.</summary>
    private static double Together(List<MidiNote> first, List<MidiNote> second)
    {
        var (few, many) = first.Count <= second.Count ? (first, second) : (second, first);
        int together = 0, next = 0, latest = -1;
        foreach (var note in few)
        {
            for (; next < many.Count && many[next].Onset <= note.Onset; next++)
                latest = latest >= 0 && many[latest].End >= many[next].End ? latest : next;
            bool overlaps = (latest >= 0 && Overlap(many[latest], note)) || (next > 0 && Overlap(many[next - 1], note))
                || (next < many.Count && Overlap(note, many[next]));
            together += overlaps ? 1 : 0;
        }
        return (double)together / few.Count;
    }

    // Notes sound together if they begin together, or overlap by more than half of the shorter one: legato overlaps by less.
    private static bool Overlap(in MidiNote first, in MidiNote second) =>
        Math.Abs(second.Onset - first.Onset) < 0.5
        || Math.Min(first.End, second.End) - Math.Max(first.Onset, second.Onset) > Math.Min(first.Duration, second.Duration) / 2;
}
