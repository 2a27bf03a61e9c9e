namespace ComposerPlugin.Styles;

/// <summary>The fields of a protocol buffers message, one after the other, until the first error.</summary>
/// <param name="bytes">The message.</param>
/// <param name="name">What it is, for errors.</param>
internal ref struct ProtoMessage(ReadOnlySpan<byte> bytes, string name)
{
    /// <summary>The error of bytes that are not complete.</summary>
    public const string Incomplete = "is not a complete ONNX file";

    private ReadOnlySpan<byte> _bytes = bytes;
    private uint _seen;

    /// <summary>The first error, as a clause; null if there is none.</summary>
    public string? Error { get; set; }

    /// <summary>Reads the next field; false at the end and after an error.</summary>
    public bool Next(out ProtoField field)
    {
        field = default;
        if (Error is not null || _bytes.IsEmpty)
            return false;
        var rest = _bytes;
        if (ProtoField.TryRead(ref rest, out field))
        {
            _bytes = rest;
            return true;
        }
        Error = Incomplete;
        return false;
    }

    /// <summary>
    /// Whether this is the first field of its number, below 32. Of a field that occurs once, readers keep the last one, or all together.
    /// </summary>
    public bool IsFirst(int number)
    {
        uint bit = 1u << number;
        bool isFirst = (_seen & bit) == 0;
        _seen |= bit;
        return isFirst;
    }

    /// <summary>Makes a field an error.</summary>
    public void Refuse(ProtoField field) =>
        Error ??= $"has a part that the trainer does not write (field {field.Number} of the {name})";
}
