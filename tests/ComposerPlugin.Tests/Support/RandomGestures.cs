using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>
/// Random gestures for a seed: keys over several channels, lost note-offs, note-offs from another channel, doubled note-ons, pedals, wheels,
/// all notes off, and a host that starts, stops and processes again. The player's pitches are below those of the answers, and no note-off
/// comes without its note-on. At the end all notes off come on all channels.
/// </summary>
internal static class RandomGestures
{
    private const int Parts = 6, Channels = 4;
    private const long PartFrames = 250_000;

    private static readonly int[] _controllers = [64, 64, 64, 66, 67, 74, 120, 121, 123, 124, 126, 127, 128, 129, 129, 1];

    public static ScriptedInstance Play(int seed)
    {
        var random = new Random(seed);
        var instance = new ScriptedInstance { MapsControllers = random.Next(2) == 0 };
        for (int part = 0; part < Parts; part++)
        {
            instance.IsPlaying = random.Next(4) != 0;
            instance.Set(Parameters.Mode, random.Next(5));
            instance.Set(Parameters.TradeBars, random.Next(2));
            instance.Set(Parameters.AnswerBars, random.Next(1, 4));
            instance.Set(Parameters.Channel, random.Next(3) == 0 ? random.Next(17) : 0);
            instance.Set(Parameters.Thru, random.Next(5) == 0 ? 0 : 1);
            if (random.Next(4) == 0)
                instance.SetProcessing(false);
            instance.SetProcessing(true);
            long from = part * PartFrames;
            instance.PlayTo(from + PartFrames, Draw(random, from));
        }
        instance.Set(Parameters.Bypass, 1);
        long end = Parts * PartFrames;
        instance.PlayTo(end + 10_000, Enumerable.Range(0, 16).Select(channel => Gesture.Controller(end + 5_000, 123, 0, channel)));
        return instance;
    }

    private static List<(long, Event)> Draw(Random random, long from)
    {
        var gestures = new List<(long, Event)>();
        long at = from + random.Next(10_000);
        int lowest = random.Next(20, 40);
        for (int note = 0; at < from + (PartFrames * 3 / 4) && note < 20; note++)
        {
            int channel = random.Next(Channels), pitch = lowest + note, length = random.Next(500, 30_000);
            bool isDoubled = random.Next(12) == 0, isLost = random.Next(8) == 0;
            gestures.Add(Gesture.On(at, pitch, channel));
            if (isDoubled)
                gestures.Add(Gesture.On(at + (length / 2), pitch, channel));
            if (!isLost)
                gestures.Add(Gesture.Off(at + length, pitch, random.Next(8) == 0 ? random.Next(Channels) : channel));
            at += random.Next(6) == 0 ? random.Next(40_000, 90_000) : random.Next(1_000, 25_000);
        }
        for (int i = random.Next(14); i > 0; i--)
        {
            int number = _controllers[random.Next(_controllers.Length)];
            int value = random.Next(number == MidiControllers.PitchBend ? 16384 : 128);
            gestures.Add(Gesture.Controller(from + random.NextInt64(PartFrames), number, value, random.Next(Channels)));
        }
        return gestures;
    }
}
