using System.Numerics;
using NAudio.Wave;

namespace NAudio.Dsp;

/// <summary>
/// Reads a source at another rate. Output frame n lies at the time of input frame n * down / up: there is no delay. Before
/// its beginning and after its end the source counts as holding its first and last value, so that an excerpt does not click.
/// </summary>
internal sealed class SincResampler
{
    // Rates and channels come out of file headers; absurd ones must not take all memory or all time.
    private const int MaxRatio = 256;
    private const int MaxHistory = 1 << 24;
    private const int BlockFrames = 1024;

    private readonly ISampleProvider _source;
    private readonly SincKernel _kernel;
    private readonly int _channels;
    private readonly long _up;
    private readonly long _down;

    // Channel by channel, each with _capacity frames: input frames from HalfWidth - 1 before the next place on.
    private readonly float[] _history;
    private readonly int _capacity;
    private readonly float[] _block;
    private int _filled;
    private int _first;
    private long _phase; // of the next place, in 1 / _up of an input frame
    private bool _ended;

    public SincResampler(ISampleProvider source, int newSampleRate)
    {
        int rate = source.WaveFormat.SampleRate;
        if (rate < 1 || (double)rate / newSampleRate is < 1.0 / MaxRatio or > MaxRatio)
        {
            throw new ArgumentException(
                $"A source of {rate} Hz cannot be resampled to {newSampleRate} Hz: the ratio must be at most {MaxRatio}.", nameof(source));
        }

        long divisor = (long)BigInteger.GreatestCommonDivisor(rate, newSampleRate);
        _source = source;
        _up = newSampleRate / divisor;
        _down = rate / divisor;
        _kernel = new SincKernel(_up, _down);
        _channels = source.WaveFormat.Channels;

        int blockFrames = Math.Max(BlockFrames, _kernel.HalfWidth);
        _capacity = _kernel.Width + blockFrames;
        if ((long)_capacity * _channels > MaxHistory)
            throw new ArgumentException($"The source has {_channels} channels, too many to resample; mix it first.", nameof(source));

        _history = new float[_capacity * _channels];
        _block = new float[blockFrames * _channels];
    }

    /// <summary>Fills whole frames; fewer than asked for only at the end.</summary>
    public int Read(Span<float> buffer)
    {
        int wanted = buffer.Length / _channels;
        int frame = 0;
        while (frame < wanted)
        {
            if (_first + _kernel.Width > _filled)
            {
                if (_ended)
                    break;
                Refill();
                continue;
            }

            double place = (double)(_phase * _kernel.Rows) / _up;
            for (int channel = 0; channel < _channels; channel++)
                buffer[frame * _channels + channel] = _kernel.Apply(Window(channel), place);

            frame++;
            _phase += _down;
            _first += (int)(_phase / _up);
            _phase %= _up;
        }

        return frame * _channels;
    }

    private ReadOnlySpan<float> Window(int channel) => _history.AsSpan(channel * _capacity + _first, _kernel.Width);

    private void Refill()
    {
        int kept = _filled - _first;
        int count = ReadBlock();
        _ended = count == 0;
        int before = kept == 0 && !_ended ? _kernel.HalfWidth - 1 : 0;
        int after = kept > 0 && _ended ? _kernel.HalfWidth : 0;
        for (int channel = 0; channel < _channels; channel++)
        {
            Span<float> frames = _history.AsSpan(channel * _capacity, _capacity);
            frames.Slice(_first, kept).CopyTo(frames);
            frames = frames[kept..];
            if (before > 0)
                frames[..before].Fill(_block[channel]);
            if (after > 0)
                frames[..after].Fill(_history[channel * _capacity + kept - 1]);
            for (int i = 0; i < count; i++)
                frames[before + i] = _block[i * _channels + channel];
        }

        _first = 0;
        _filled = kept + before + count + after;
    }

    /// <summary>Whole frames put into the block; none at the end of the source.</summary>
    private int ReadBlock()
    {
        int filled = 0;
        while (filled < _block.Length)
        {
            int read = _source.Read(_block.AsSpan(filled));
            if (read == 0)
                break;
            filled += read;
        }

        return filled / _channels;
    }
}
