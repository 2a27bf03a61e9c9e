using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;
using static ComposerPlugin.Tests.Gesture;

namespace ComposerPlugin.Tests;

// At 120 bpm and 48 kHz a tick is 1,000 frames, a bar of 4/4 96,000. The scripted answers are eighths of six ticks.
public sealed class PanicTests
{
    private static readonly int[] _panics = [120, 121, 123, 124, 125, 126, 127];

    public static TheoryData<PlayMode, bool, bool> Ways
    {
        get
        {
            var ways = new TheoryData<PlayMode, bool, bool>();
            foreach (var mode in Enum.GetValues<PlayMode>())
            {
                foreach (bool isPlaying in (bool[])[true, false])
                {
                    ways.Add(mode, isPlaying, false);
                    ways.Add(mode, isPlaying, true);
                }
            }
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void All_notes_off_ends_the_answer_on_its_own_channel_and_none_begins(PlayMode mode, bool isPlaying, bool isMapped)
    {
        foreach (int panic in _panics)
        {
            using var instance = Scripted(mode, isPlaying, isMapped);
            instance.Set(Parameters.Channel, 5);
            instance.PlayTo(121_000, Phrase());
            if (mode == PlayMode.Hold)
                instance.Set(Parameters.Mode, (int)mode);
            long at = mode == PlayMode.Vary ? 195_000 : 123_000;
            instance.PlayTo(at + 800_000, Controller(at, panic, 0));
            var answers = instance.Events.Where(heard => heard.Event.IsAnswerOn()).ToList();
            Assert.NotEmpty(answers);
            Assert.All(answers, answer => Assert.True(answer.Time < at, $"CC {panic}: a note begins at {answer.Time}"));
            var ends = instance.Events.Where(heard => heard.Time == at).Select(heard => heard.Event).ToList();
            Assert.Equal([EventType.NoteOff, EventType.MidiController], ends.Select(end => end.Type));
            Assert.Equal((4, 72), (ends[0].NoteOff.Channel, ends[0].NoteOff.Pitch));
            Assert.Equal(panic, ends[1].MidiController.Controller);
        }
    }

    [Theory]
    [InlineData(PlayMode.Generate)]
    [InlineData(PlayMode.Hold)]
    public void A_mode_that_plays_alone_begins_again_when_the_player_plays(PlayMode mode)
    {
        using var instance = Scripted(mode, isPlaying: true, isMapped: false);
        instance.PlayTo(121_000, Phrase());
        instance.Set(Parameters.Mode, (int)mode);
        instance.PlayTo(400_000, Controller(123_000, 123, 0));
        instance.PlayTo(800_000, Key(500_000, 1_000, 60));
        Assert.DoesNotContain(instance.Events, heard => heard.Event.IsAnswerOn() && heard.Time is > 123_000 and < 500_000);
        Assert.Contains(instance.Events, heard => heard.Event.IsAnswerOn() && heard.Time > 500_000);
    }

    [Fact]
    public void All_notes_off_that_a_host_sends_when_it_starts_does_not_silence_generated_music()
    {
        using var instance = Scripted(PlayMode.Generate, isPlaying: false, isMapped: true);
        instance.PlayTo(48_000);
        instance.IsPlaying = true;
        instance.PlayTo(400_000, Enumerable.Range(0, 16).Select(channel => Controller(48_700, 123, 0, channel)));
        Assert.Contains(instance.Events, heard => heard.Event.IsAnswerOn());
    }

    [Theory]
    [InlineData(120)]
    [InlineData(121)]
    [InlineData(123)]
    [InlineData(126)]
    public void A_last_key_ended_by_all_notes_off_is_answered_as_if_by_a_note_off(int panic)
    {
        using var instance = Scripted(PlayMode.Continue, isPlaying: true, isMapped: false);
        var phrase = Phrase().Where(gesture => gesture.Time != 92_000).Append(Controller(92_000, panic, 0)).Append(Off(300_000, 63));
        instance.PlayTo(330_000, phrase);
        Assert.Equal(120_000, instance.Events.First(heard => heard.Event.IsAnswerOn()).Time);
        // One note-off for the key: at once, or with the finger, where the message ends no notes.
        var off = Assert.Single(instance.Events, heard => heard.Event.Type == EventType.NoteOff && heard.Event.NoteOff.Pitch == 63);
        Assert.Equal(panic == 121 ? 300_000 : 92_000, off.Time);
    }

    [Fact]
    public void All_notes_off_of_another_channel_leaves_the_keys_of_this_one()
    {
        using var instance = Scripted(PlayMode.Continue, isPlaying: true, isMapped: false);
        var phrase = Phrase().Where(gesture => gesture.Time != 92_000).Append(Controller(92_000, 123, 0, channel: 3));
        instance.PlayTo(200_000, phrase);
        Assert.DoesNotContain(instance.Events, heard => heard.Event.IsAnswerOn());
        Assert.DoesNotContain(instance.Events, heard => heard.Event.Type == EventType.NoteOff && heard.Event.NoteOff.Pitch == 63);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_host_that_stops_processing_gets_the_note_off_when_it_goes_on(bool deactivates)
    {
        foreach (var mode in Enum.GetValues<PlayMode>())
        {
            using var instance = Scripted(mode, isPlaying: true, isMapped: false);
            instance.PlayTo(mode == PlayMode.Vary ? 195_000 : 123_000, Phrase());
            int before = instance.Events.Count;
            Assert.True(instance.Events[^1].Event.IsAnswerOn());
            if (deactivates)
                instance.Reactivate();
            else
                instance.SetProcessing(false);
            instance.SetProcessing(true);
            instance.IsPlaying = false;
            instance.PlayTo(900_000);
            var off = Assert.Single(instance.Events.Skip(before));
            Assert.Equal((EventType.NoteOff, 72), (off.Event.Type, off.Event.NoteOff.Pitch));
        }
    }

    // Hold begins in Continue, for a take to hold.
    private static ScriptedInstance Scripted(PlayMode mode, bool isPlaying, bool isMapped)
    {
        var instance = new ScriptedInstance { IsPlaying = isPlaying, MapsControllers = isMapped };
        instance.Set(Parameters.PhraseEnd, 1);
        instance.Set(Parameters.TradeBars, 0);
        instance.Set(Parameters.Mode, (int)(mode == PlayMode.Hold ? PlayMode.Continue : mode));
        return instance;
    }
}
