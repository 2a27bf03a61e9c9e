using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public static class NotesManagingUtilities
{
    public static ICollection<Note> GetNotes(
        this TrackChunk trackChunk, NoteDetectionSettings settings = null, TimedEventDetectionSettings timedEventDetectionSettings = null)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);

        // The package clones all events first. So an event that cannot be cloned makes it refuse the notes of the track.
        return NotePairing.Notes([.. trackChunk.Events.WithTimes().Select(item => (item.Time, item.Event.Clone()))]);
    }
}
