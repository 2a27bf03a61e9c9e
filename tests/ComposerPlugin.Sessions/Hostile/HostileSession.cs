using System.Diagnostics;
using System.Text;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>
/// A session with a hostile host, drawn from a seed. Live, the worker may be late, so that only offline sessions come again exactly; what
/// must hold holds in all of them.
/// </summary>
internal sealed class HostileSession : IDisposable
{
    private const int MostFrames = 8192, NoIdentity = -1, MostAllowedToClose = 1000, LearnId = 37, ThruId = 25;

    private static readonly double[] _rates = [22050, 44100, 48000, 96000, 192000];

    private static readonly double[] _oddValues = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 2, 1e300];

    private static readonly byte[][] _strangeStates =
    [
        .. ((string[])
        [
            "", "Dear reader", "{}", "{\"format\":1", "\ufeff{\"format\":1.0}\0\0", "{\"format\":1,\"style\":\"gone\"}",
            "{\"format\":1,\"style\":\"../..\"}", "{\"format\":1,\"parameters\":{\"mode\":2,\"mode\":1}}",
            "{\"format\":1,\"style\":\"hymn-light\",\"parameters\":{\"mode\":1,\"trade-bars\":0}}",
            "{\"format\":1,\"parameters\":{\"mode\":2,\"answer-bars\":16,\"swing\":75}}",
            "{\"format\":1,\"takes\":[{\"meter\":\"4/4\",\"notes\":[\"0 24 60 90\"],\"style\":\"x\",\"seed\":1,\"begin\":0,\"end\":96}]}",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    private readonly Random _random;
    private readonly HostedPlugin _plugin;
    private readonly ControlSurface _controls;
    private readonly HostileTransport _transport;
    private readonly HostilePlayer _player;
    private readonly double _rate;
    private readonly Dictionary<(int Channel, int Pitch), int> _sounding = [];
    private readonly HashSet<int> _passed = [];

    // Whether notes may be muted or taken by triggers, or refused by the host, so that not all come out.
    private readonly bool _mayLose;
    private readonly bool _hasLittleRoom;
    private readonly bool _loadsBeside;
    private byte[] _saved;
    private bool _isActive;
    private bool _isOver;
    private int _playedBeforeRest;

    /// <summary>Creates the plugin.</summary>
    public HostileSession(PluginLibrary library, ControlSurface controls, int seed)
    {
        _random = new(seed);
        _controls = controls;
        _rate = _rates[_random.Next(_rates.Length)];
        _mayLose = _random.Next(4) == 0;
        _hasLittleRoom = _random.Next(8) == 0;
        _loadsBeside = _random.Next(10) == 0;
        (_transport, _player) = (new(_random, _rate), new(_random));
        _plugin = library.Create(_random.Next(2) == 0 ? "Composer" : "Composer MIDI");
        _saved = _plugin.GetState();
        _plugin.OutputEvents.Room = _hasLittleRoom ? _random.Next(1, 24) : int.MaxValue;
    }

    /// <summary>What went wrong, a sentence each.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>How many notes the player played.</summary>
    public int PlayedNotes => _player.Notes;

    /// <summary>How many notes of answers came out.</summary>
    public int Answers { get; private set; }

    /// <summary>How many blocks were processed.</summary>
    public int Blocks { get; private set; }

    /// <summary>How many states were loaded, or refused.</summary>
    public int Loads { get; private set; }

    /// <summary>How long it took to close the plugin.</summary>
    public TimeSpan CloseTime { get; private set; }

    /// <summary>Plays the session, and closes the plugin.</summary>
    public void Play()
    {
        Activate();
        var beside = _loadsBeside ? LoadBeside() : null;
        for (int steps = _random.Next(40, 160); steps > 0; steps--)
            Act();
        beside?.Join();
        End();
        Judge();
        long begun = Stopwatch.GetTimestamp();
        _plugin.Dispose();
        CloseTime = Stopwatch.GetElapsedTime(begun);
        if (CloseTime.TotalMilliseconds > MostAllowedToClose)
            Findings.Add($"Closing took {CloseTime.TotalMilliseconds:0} ms.");
        _isOver = true;
    }

    /// <summary>Closes the plugin of a session that was broken off.</summary>
    public void Dispose()
    {
        if (!_isOver)
            _plugin.Dispose();
    }

    private void Act()
    {
        switch (_random.Next(40))
        {
            case 0:
                Activate();
                break;
            case 1:
                _plugin.SetProcessing(false);
                _plugin.SetProcessing(true);
                break;
            case 2:
                _saved = _plugin.GetState();
                break;
            case 3 or 4:
                Load(_random.Next(2) == 0 ? _saved : _strangeStates[_random.Next(_strangeStates.Length)]);
                break;
            case 5:
                // Undo, before a block is played.
                byte[] now = _plugin.GetState();
                Load(_strangeStates[_random.Next(_strangeStates.Length)]);
                Load(now);
                break;
            case 6:
                Storm(_random.Next(2, 2000));
                break;
            case 7:
                var rare = _controls.Rare[_random.Next(_controls.Rare.Count)];
                // A style takes long to load.
                if ((rare.Title == "Program" || _random.Next(6) == 0) && MayMove(rare.Id))
                    _plugin.SetParameter(rare.Id, _random.NextDouble());
                break;
            case < 14:
                _transport.Act();
                break;
            case 14:
                // A burst: blocks faster than the worker.
                for (int i = _random.Next(40); i > 0; i--)
                    Block(64);
                break;
            case 15:
                Thread.Sleep(_random.Next(3));
                break;
            default:
                for (int i = _random.Next(1, 6); i > 0; i--)
                    Block(DrawFrames());
                break;
        }
    }

    private int DrawFrames() => _random.Next(6) switch
    {
        0 => 0, 1 => _random.Next(1, 64), 2 => _random.Next(MostFrames + 1), 3 => MostFrames, _ => 1024,
    };

    private void Activate()
    {
        if (_isActive)
            _plugin.SetProcessing(false);
        var mode = _random.Next(8) switch { < 3 => ProcessMode.Offline, 3 => ProcessMode.Prefetch, _ => ProcessMode.Realtime };
        _plugin.Activate(_rate, MostFrames, mode, _random.Next(4) == 0 ? SampleSize.Float64 : SampleSize.Float32);
        _plugin.SetProcessing(true);
        _isActive = true;
    }

    private void Load(byte[] state)
    {
        Loads++;
        if (!_plugin.SetState(state) && ReferenceEquals(state, _saved))
            Findings.Add("The plugin did not take its own state.");
    }

    private Thread LoadBeside()
    {
        byte[] state = _saved;
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                _plugin.SetState(state);
                _plugin.GetState();
            }
        });
        thread.Start();
        return thread;
    }

    private void Storm(int points)
    {
        for (; points > 0; points--)
        {
            uint id = _random.Next(3) == 0
                ? 1000 + (uint)_random.Next(16 * 130)
                : _controls.Free[_random.Next(_controls.Free.Count)].Id;
            if (!MayMove(id))
                continue;
            double value = _random.Next(20) == 0 ? _oddValues[_random.Next(_oddValues.Length)] : _random.NextDouble();
            _plugin.InputChanges.Add(id, _random.Next(-10, MostFrames + 10), value);
        }
    }

    // MIDI learn takes a note, and Thru mutes them.
    private bool MayMove(uint id) => _mayLose || id is not (LearnId or ThruId);

    private void Block(int frames)
    {
        _playedBeforeRest = (_playedBeforeRest + 1) % 60;
        _player.Play(_plugin.InputEvents, frames, isResting: _playedBeforeRest > 15);
        Process(frames);
    }

    private void Process(int frames)
    {
        Blocks++;
        if (!_plugin.Process(frames, _transport.Next(frames)))
            Findings.Add($"Block {Blocks} failed.");
        for (int i = 0; i < _plugin.OutputEvents.Count; i++)
            Hear(_plugin.OutputEvents[i], frames);
    }

    private void Hear(in Event e, int frames)
    {
        if (e.SampleOffset < 0 || e.SampleOffset >= Math.Max(1, frames))
            Findings.Add($"An event is at {e.SampleOffset} in a block of {frames}.");
        if (e.Type is not (EventType.NoteOn or EventType.NoteOff))
            return;
        bool isOn = e.Type == EventType.NoteOn && e.NoteOn.Velocity > 0;
        var key = (e.NoteOff.Channel, e.NoteOff.Pitch);
        int now = _sounding[key] = _sounding.GetValueOrDefault(key) + (isOn ? 1 : -1);
        // Where the host has refused or the plugin has muted a note-on, its note-off may come alone.
        if (now < 0 && (_hasLittleRoom || _mayLose))
            _sounding[key] = 0;
        else if (now < 0)
            Findings.Add($"A note-off for pitch {key.Pitch} on channel {key.Channel} ends nothing.");
        if (isOn && e.NoteOn.NoteId != NoIdentity)
            _passed.Add(e.NoteOn.NoteId);
        else if (isOn)
            Answers++;
    }

    // All keys are let go and the host stops; a bypassed plugin plays nothing of its own.
    private void End()
    {
        _transport.Stop();
        // Automation that is still on its way could switch the bypass off again.
        Process(64);
        _player.ReleaseAll(_plugin.InputEvents);
        _plugin.SetParameter(_controls.Bypass, 1);
        for (int i = 0; i < (_hasLittleRoom ? 200 : 4); i++)
            Process(512);
    }

    private void Judge()
    {
        foreach (var (key, count) in _sounding)
        {
            if (count > 0)
                Findings.Add($"Pitch {key.Pitch} on channel {key.Channel} sounds for ever ({count} note-ons too many).");
        }
        int lost = _player.Notes - _passed.Count;
        if (lost > 0 && !_mayLose && !_hasLittleRoom)
            Findings.Add($"{lost} of {_player.Notes} notes of the player are lost.");
    }
}
