using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// The console of a function: what is written as a line becomes a log line; what is written without one passes
/// through as it is.
/// </summary>
internal sealed class ConsoleWriter(TextWriter console, ILambdaLogger log, LogLevel level)
    : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => console.Encoding;

    public override void Flush() => console.Flush();

    public override void Write(char value) => console.Write(value);

    public override void Write(string value) => console.Write(value);

    public override void Write(char[] buffer, int index, int count) => console.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => console.Write(buffer);

    public override void WriteLine() => WriteLine(string.Empty);

    // The other overloads with text, formats and objects end in this one.
    public override void WriteLine(string value) => log.Log(level, value);

    public override void WriteLine(object value) => WriteLine(Convert.ToString(value, FormatProvider));

    public override void WriteLine(StringBuilder value) => WriteLine(value?.ToString());

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(new string(buffer));

    public override void WriteLine(char[] buffer) => WriteLine(new string(buffer));

    public override void WriteLine(char[] buffer, int index, int count) => WriteLine(new string(buffer, index, count));

    public override void WriteLine(char value) => WriteLine(value.ToString());

    public override void WriteLine(bool value) => WriteLine(value.ToString());

    public override void WriteLine(int value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(uint value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(long value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(ulong value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(float value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(double value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(decimal value) => WriteLine(value.ToString(FormatProvider));
}
