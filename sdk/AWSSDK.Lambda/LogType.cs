using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Whether the answer carries the end of the function's log.</summary>
public class LogType(string value) : ConstantClass(value)
{
    public static readonly LogType None = new("None");
    public static readonly LogType Tail = new("Tail");

    public static implicit operator LogType(string value) => FindValue(value);

    public static LogType FindValue(string value) => FindValue<LogType>(value);
}
