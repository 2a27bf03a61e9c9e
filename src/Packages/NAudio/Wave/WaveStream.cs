namespace NAudio.Wave;

public abstract class WaveStream : Stream, IWaveProvider
{
    public abstract WaveFormat WaveFormat { get; }

    public virtual int BlockAlign => WaveFormat.BlockAlign;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public virtual TimeSpan CurrentTime
    {
        get => TimeSpan.FromSeconds((double)Position / BytesPerSecond);
        set
        {
            long position = (long)(value.TotalSeconds * BytesPerSecond);
            Position = position - position % BlockAlign;
        }
    }

    public virtual TimeSpan TotalTime => TimeSpan.FromSeconds((double)Length / BytesPerSecond);

    // Some files leave the average out.
    private long BytesPerSecond =>
        WaveFormat.AverageBytesPerSecond > 0 ? WaveFormat.AverageBytesPerSecond : (long)WaveFormat.SampleRate * BlockAlign;

    public virtual bool HasData(int count) => Position < Length;

    public void Skip(int seconds) => Position = Math.Clamp(Position + BytesPerSecond * seconds, 0, Length);

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long length) => throw new NotSupportedException("The length of a wave stream cannot be set.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A wave stream cannot be written to; use a WaveFileWriter.");
}
