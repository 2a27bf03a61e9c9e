namespace NAudio.Wave;

public class AudioMediaSubtypes
{
    // The format tag, followed by the base that all tags share.
    public static readonly Guid MEDIASUBTYPE_PCM = new("00000001-0000-0010-8000-00AA00389B71");
    public static readonly Guid MEDIASUBTYPE_IEEE_FLOAT = new("00000003-0000-0010-8000-00AA00389B71");
    public static readonly Guid MEDIASUBTYPE_DOLBY_AC3_SPDIF = new("00000092-0000-0010-8000-00AA00389B71");
}
