using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// [worker] Encodes a segment of whole bars, given note by note, as a latent with the graph <see cref="GraphRole.Encode"/>.
/// </summary>
internal sealed class PhraseEncoder : IDisposable
{
    private const int MaxRows = 512;
    private const int NoteColumns = 3, BarPositionColumns = 4;

    private readonly InferenceSession _session;
    private readonly TimedRuns _runs;
    private readonly NoteEncoder _reader = new(new MotifMemory(MaxRows));

    // Rows of GraphPorts.Note, [rows, 3], and of GraphPorts.BarPosition, [rows, 4]; the first row is the state before the first note.
    private readonly long[] _note = GC.AllocateArray<long>(MaxRows * NoteColumns, pinned: true);
    private readonly long[] _barPosition = GC.AllocateArray<long>(MaxRows * BarPositionColumns, pinned: true);
    private readonly BoundTensor<float> _mean;
    private readonly BoundTensor<float> _logVariance;

    // Bindings by number of rows, created on first use; all read the same arrays.
    private readonly Rows?[] _bound = new Rows?[MaxRows + 1];
    private int _rows;

    public PhraseEncoder(StyleSessions style, TimedRuns runs, int latent)
    {
        (_session, _runs) = (style.Session(GraphRole.Encode), runs);
        (_mean, _logVariance) = (new(1, latent), new(1, latent));
    }

    /// <summary>The mean of the latent after <see cref="Run"/>, [z].</summary>
    public ReadOnlySpan<float> Mean => _mean.Values;

    /// <summary>The logarithm of the latent's variance after <see cref="Run"/>, [z].</summary>
    public ReadOnlySpan<float> LogVariance => _logVariance.Values;

    /// <summary>Starts a segment at a bar line.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="barPosition">The onset of the first note, in ticks from the bar line.</param>
    public void Start(Meter meter, int barPosition)
    {
        _reader.Start(meter, 0, NoteEncoder.IsPickup(barPosition, meter));
        _rows = 0;
        Write();
    }

    /// <summary>Adds the next note. Rows beyond 512 are dropped.</summary>
    /// <param name="onset">The onset in ticks from the segment's first bar line.</param>
    /// <param name="duration">The duration in ticks.</param>
    /// <param name="pitch">The MIDI note number.</param>
    public void Read(int onset, int duration, int pitch)
    {
        for (; onset - _reader.Onset > Vocabulary.ExactTicks && _rows < MaxRows; Write())
            _reader.Push(NoteStep.Wait);
        if (_rows == MaxRows)
            return;
        _reader.Push(new((int)Math.Max(onset - _reader.Onset, 0), pitch, Vocabulary.DurationClass(duration), 0));
        Write();
    }

    /// <summary>Encodes the notes since <see cref="Start"/>. Allocates only at the first run with a number of rows.</summary>
    public void Run() => _runs.Run(_session, (_bound[_rows] ??= new(this, _rows)).Binding);

    public void Dispose()
    {
        foreach (var rows in _bound)
            rows?.Dispose();
        _mean.Dispose();
        _logVariance.Dispose();
    }

    private void Write()
    {
        var input = _reader.Input;
        var note = _note.AsSpan(_rows * NoteColumns);
        (note[0], note[1], note[2]) = (input.Pitch, input.Ioi, input.Duration);
        var barPosition = _barPosition.AsSpan(_rows++ * BarPositionColumns);
        (barPosition[0], barPosition[1], barPosition[2], barPosition[3]) = (input.BarPosition, input.Meter, input.Bar, input.Key);
    }

    // A binding with input tensors [1, rows, 3] and [1, rows, 4].
    private sealed class Rows : IDisposable
    {
        private readonly OrtValue _note, _barPosition;

        public Rows(PhraseEncoder encoder, int rows)
        {
            _note = Tensor(encoder._note, rows, NoteColumns);
            _barPosition = Tensor(encoder._barPosition, rows, BarPositionColumns);
            Binding = encoder._session.CreateIoBinding();
            Binding.BindInput(GraphPorts.Note, _note);
            Binding.BindInput(GraphPorts.BarPosition, _barPosition);
            Binding.BindOutput(GraphPorts.Mean, encoder._mean.Value);
            Binding.BindOutput(GraphPorts.LogVariance, encoder._logVariance.Value);
        }

        private static OrtValue Tensor(long[] numbers, int rows, int columns) =>
            OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, numbers.AsMemory(0, rows * columns), [1, rows, columns]);

        public OrtIoBinding Binding { get; }

        public void Dispose()
        {
            Binding.Dispose();
            _note.Dispose();
            _barPosition.Dispose();
        }
    }
}
