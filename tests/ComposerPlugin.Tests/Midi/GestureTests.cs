using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;
using static ComposerPlugin.Tests.Gesture;

namespace ComposerPlugin.Tests;

// At 120 bpm and 48 kHz a tick is 1,000 frames, a quarter 24,000. The scripted answers are on pitch 72; the player's notes are lower.
public sealed class GestureTests
{
    private const int Sustain = 64, Brightness = 74, Answer = 72;

    [Theory]
    [InlineData(0, 130_000, 168_000)]
    [InlineData(50_000, 130_000, 168_000)]
    [InlineData(0, 60_000, 120_000)]
    [InlineData(0, 900_000, 192_000)]
    [InlineData(95_000, 900_000, 120_000)]
    public void The_phrase_is_over_when_keys_and_pedal_are_up_or_a_bar_later(long down, long up, long start)
    {
        using var instance = Scripted();
        instance.PlayTo(250_000, Phrase().Append(Controller(down, Sustain, 127)).Append(Controller(up, Sustain, 0)));
        Assert.Equal(start, Answers(instance)[0].Time);
    }

    [Theory]
    [InlineData(63, 120_000)]
    [InlineData(64, 192_000)]
    public void A_pedal_that_is_less_than_half_down_holds_no_notes(int value, long start)
    {
        using var instance = Scripted();
        instance.PlayTo(250_000, Phrase().Append(Controller(0, Sustain, value)));
        Assert.Equal(start, Answers(instance)[0].Time);
        Assert.Equal(0, StateAt(instance, start, 0, Sustain));
    }

    [Theory]
    [InlineData(66)]
    [InlineData(67)]
    [InlineData(69)]
    public void Sostenuto_and_soft_pedal_change_nothing(int pedal)
    {
        using var instance = Scripted();
        instance.PlayTo(250_000, Phrase().Append(Controller(30_000, pedal, 127)));
        Assert.Equal(120_000, Answers(instance)[0].Time);
        Assert.Single(instance.Events, heard => heard.Event.Type == EventType.MidiController);
    }

    [Theory]
    [InlineData(Sustain, 127, 0)]
    [InlineData(Sustain, 40, 0)]
    [InlineData(Brightness, 100, 64)]
    [InlineData(MidiControllers.ChannelPressure, 90, 0)]
    [InlineData(MidiControllers.PitchBend, 12_000, 8192)]
    public void A_controller_left_off_its_rest_is_at_rest_for_the_answer_and_returns_with_the_players_note(int number, int value, int rest)
    {
        foreach (bool isMapped in (bool[])[true, false])
        {
            using var instance = Scripted(isMapped);
            instance.PlayTo(330_000, [.. Phrase(), Controller(70_000, number, value), .. Key(300_000, 10_000, 50)]);
            long start = Answers(instance)[0].Time;
            Assert.Equal(rest, StateAt(instance, start, 0, number));
            Assert.Equal(rest, StateAt(instance, 299_999, 0, number));
            // Before the note, after the answer's last note-off.
            var then = instance.Events.Where(heard => heard.Time == 300_000).Select(heard => heard.Event.Type).ToList();
            Assert.Equal([EventType.MidiController, EventType.NoteOn], then.TakeLast(2));
            Assert.Equal(value, StateAt(instance, 300_000, 0, number));
            Assert.Equal(3, instance.Events.Count(heard => heard.Event.Type == EventType.MidiController));
        }
    }

    [Fact]
    public void What_the_player_moves_during_the_answer_goes_through_and_stays()
    {
        using var instance = Scripted();
        instance.PlayTo(300_000, Phrase().Append(Controller(150_000, MidiControllers.PitchBend, 10_000)));
        Assert.Equal(10_000, StateAt(instance, 299_000, 0, MidiControllers.PitchBend));
        Assert.Single(instance.Events, heard => heard.Event.Type == EventType.MidiController);
    }

    [Fact]
    public void Controllers_of_a_channel_without_the_players_notes_are_left_alone()
    {
        using var instance = Scripted();
        instance.Set(Parameters.Channel, 9);
        instance.PlayTo(300_000, [.. Phrase(), Controller(10_000, Brightness, 20, 8), Controller(80_000, MidiControllers.PitchBend, 100, 0)]);
        Assert.All(Answers(instance), answer => Assert.Equal(8, answer.Event.NoteOn.Channel));
        Assert.Equal(2, instance.Events.Count(heard => heard.Event.Type == EventType.MidiController));
    }

    [Fact]
    public void One_melody_over_many_channels_is_one_phrase_and_its_answer_is_in_tune()
    {
        using var instance = Scripted();
        var bends = Enumerable.Range(0, 4).Select(i => Controller((i * 24_000) + 10_000, MidiControllers.PitchBend, 12_000, i + 1));
        // The manager channel's pedal holds the notes of all others.
        instance.PlayTo(300_000, [.. Phrase(i => i + 1), .. bends, Controller(1_000, Sustain, 127, 0), Controller(93_000, Sustain, 0, 0)]);
        Assert.Equal(120_000, Answers(instance)[0].Time);
        Assert.Equal(4, instance.Requests.Count(request => request.Kind == RequestKind.Note));
        Assert.Equal(1, instance.Requests.Count(request => request.BeginsPhrase));
        Assert.All(Answers(instance), answer => Assert.Equal(
            8192, StateAt(instance, answer.Time, answer.Event.NoteOn.Channel, MidiControllers.PitchBend)));
    }

    [Fact]
    public void While_a_key_is_held_and_bent_the_answer_goes_to_another_channel_of_the_player()
    {
        using var instance = Scripted();
        instance.Set(Parameters.Mode, (int)PlayMode.Trade);
        instance.Set(Parameters.TradeBars, 0);
        instance.PlayTo(180_000, [.. Phrase(i => i + 1).Where(gesture => gesture.Time != 92_000),
            Controller(80_000, MidiControllers.PitchBend, 12_000, 4), Controller(60_000, MidiControllers.PitchBend, 3_000, 3)]);
        Assert.NotEmpty(Answers(instance));
        Assert.All(Answers(instance), answer => Assert.Equal(3, answer.Event.NoteOn.Channel));
        Assert.Equal(8192, StateAt(instance, 180_000, 3, MidiControllers.PitchBend));
        Assert.Equal(12_000, StateAt(instance, 180_000, 4, MidiControllers.PitchBend));
    }

    [Fact]
    public void A_note_off_from_another_channel_ends_the_note_on_its_own()
    {
        using var instance = Scripted();
        var phrase = Phrase(_ => 3).Select(gesture =>
            gesture.Event.Type == EventType.NoteOff ? Off(gesture.Time, gesture.Event.NoteOff.Pitch, 0) : gesture);
        instance.PlayTo(200_000, phrase);
        Assert.Equal(120_000, Answers(instance)[0].Time);
        Assert.All(instance.Events.Where(heard => heard.Event.Type == EventType.NoteOff), heard => Assert.Equal(3, heard.Event.NoteOff.Channel));
    }

    [Fact]
    public void A_lost_last_note_off_holds_up_the_answer_for_two_bars_and_the_status_says_so()
    {
        using var instance = Scripted();
        instance.PlayTo(95_000, Phrase().Where(gesture => gesture.Time != 92_000));
        Assert.Equal(Counters.NoHold, instance.Counters.Hold);
        instance.PlayTo(200_000);
        Assert.Equal(63, instance.Counters.Hold);
        instance.PlayTo(400_000);
        Assert.Equal(Counters.NoHold, instance.Counters.Hold);
        // The key went down at tick 72; two bars and an eighth later is 276.
        Assert.Equal(288_000, Answers(instance)[0].Time);
    }

    [Fact]
    public void Every_note_ends_under_random_gestures_in_every_mode()
    {
        int answers = 0;
        for (int seed = 0; seed < 120; seed++)
        {
            using var instance = RandomGestures.Play(seed);
            var sounding = new Dictionary<(int, int), int>();
            foreach (var (time, heard) in instance.Events)
            {
                if (heard.Type is not (EventType.NoteOn or EventType.NoteOff))
                    continue;
                var key = (heard.NoteOff.Channel, heard.NoteOff.Pitch);
                int now = sounding[key] = sounding.GetValueOrDefault(key) + (heard.Type == EventType.NoteOn ? 1 : -1);
                Assert.True(now >= 0 && (heard.NoteOff.Pitch != Answer || now <= 1), $"seed {seed}: {now} of {key} sound at {time}");
                answers += heard.IsAnswerOn() ? 1 : 0;
            }
            Assert.True(sounding.Values.All(count => count == 0), $"seed {seed}: {string.Join(' ', sounding.Where(one => one.Value != 0))}");
        }
        Assert.True(answers > 1000, $"{answers} notes of answers");
    }

    private static List<(long Time, Event Event)> Answers(ScriptedInstance instance) =>
        [.. instance.Events.Where(heard => heard.Event.IsAnswerOn())];

    // What an instrument has received last, up to the first note of an answer at a time.
    private static int StateAt(ScriptedInstance instance, long time, int channel, int number)
    {
        int state = number switch { Brightness => 64, MidiControllers.PitchBend => 8192, _ => 0 };
        foreach (var (at, heard) in instance.Events.TakeWhile(heard => heard.Time <= time))
        {
            if (at == time && heard.IsAnswerOn())
                break;
            ref readonly var moved = ref heard.MidiController;
            if (heard.Type == EventType.MidiController && moved.Channel == channel && moved.Controller == number)
                state = (moved.Value & 0x7F) | (number == MidiControllers.PitchBend ? (moved.Value2 & 0x7F) << 7 : 0);
        }
        return state;
    }

    private static ScriptedInstance Scripted(bool isMapped = false)
    {
        var instance = new ScriptedInstance { MapsControllers = isMapped };
        instance.Set(Parameters.PhraseEnd, 1);
        return instance;
    }
}
