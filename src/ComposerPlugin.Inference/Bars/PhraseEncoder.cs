using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>Reads a passage of whole bars, note by note, and finds its latent: graph <see cref="GraphRole.Encode"/>.</summary>
internal sealed class PhraseEncoder : IDisposable
{
    private const int MostRows = 512;
    private const int NoteColumns = 3, PlaceColumns = 4;

    private readonly InferenceSession _session;
    private readonly RunOptions _options;
    private readonly NoteEncoder _reader = new(new MotifMemory(MostRows));
    private readonly long[] _note = GC.AllocateArray<long>(MostRows * NoteColumns, pinned: true);
    private readonly long[] _barPosition = GC.AllocateArray<long>(MostRows * PlaceColumns, pinned: true);
    private readonly BoundTensor<float> _mean;
    private readonly BoundTensor<float> _logVariance;

    // One for each number of rows that was met; all read the same numbers.
    private readonly Rows?[] _bound = new Rows?[MostRows + 1];
    private int _rows;

    public PhraseEncoder(StyleSessions style, RunOptions options, int latent)
    {
        (_session, _options) = (style.Session(GraphRole.Encode), options);
        (_mean, _logVariance) = (new(1, latent), new(1, latent));
    }

    /// <summary>The latent's mean, after <see cref="Run"/>.</summary>
    public ReadOnlySpan<float> Mean => _mean.Values;

    /// <summary>The logarithm of the latent's variance, after <see cref="Run"/>.</summary>
    public ReadOnlySpan<float> LogVariance => _logVariance.Values;

    /// <summary>Begins a passage at a bar line.</summary>
    /// <param name="meter">Its meter.</param>
    /// <param name="barPosition">The place in the bar of its first note.</param>
    public void Start(Meter meter, int barPosition)
    {
        _reader.Start(meter, 0, NoteEncoder.IsPickup(barPosition, meter));
        _rows = 0;
        Write();
    }

    /// <summary>Reads the next note, in ticks from the passage's first bar line. Notes beyond the 500th or so are left out.</summary>
    public void Read(int onset, int duration, int pitch)
    {
        for (; onset - _reader.Onset > Vocabulary.ExactTicks && _rows < MostRows; Write())
            _reader.Push(NoteStep.Wait);
        if (_rows == MostRows)
            return;
        _reader.Push(new((int)Math.Max(onset - _reader.Onset, 0), pitch, Vocabulary.DurationClass(duration), 0));
        Write();
    }

    /// <summary>Finds the latent of what was read since <see cref="Start"/>. It allocates only for a number of rows that it has not met.</summary>
    public void Run() => _session.RunWithBinding(_options, (_bound[_rows] ??= new(this, _rows)).Binding);

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
        var barPosition = _barPosition.AsSpan(_rows++ * PlaceColumns);
        (barPosition[0], barPosition[1], barPosition[2], barPosition[3]) = (input.BarPosition, input.Meter, input.Bar, input.Key);
    }

    // The tensors of so many rows, bound.
    private sealed class Rows : IDisposable
    {
        private readonly OrtValue _note, _barPosition;

        public Rows(PhraseEncoder encoder, int rows)
        {
            _note = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, encoder._note.AsMemory(0, rows * NoteColumns), [1, rows, NoteColumns]);
            _barPosition = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, encoder._barPosition.AsMemory(0, rows * PlaceColumns), [1, rows, PlaceColumns]);
            Binding = encoder._session.CreateIoBinding();
            Binding.BindInput("note", _note);
            Binding.BindInput("place", _barPosition);
            Binding.BindOutput("mean", encoder._mean.Value);
            Binding.BindOutput("logvar", encoder._logVariance.Value);
        }

        public OrtIoBinding Binding { get; }

        public void Dispose()
        {
            Binding.Dispose();
            _note.Dispose();
            _barPosition.Dispose();
        }
    }
}
