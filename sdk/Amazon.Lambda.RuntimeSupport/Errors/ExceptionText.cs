namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>An exception's own words. An override that throws is said to have thrown: it must not end the loop.</summary>
internal static class ExceptionText
{
    public static string Message(Exception exception) => Read(exception, e => e.Message);

    public static string Full(Exception exception) => Read(exception, e => e.ToString());

    public static IReadOnlyList<string> StackLines(Exception exception) =>
        Read(exception, e => e.StackTrace)?
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Read(Exception exception, Func<Exception, string> read)
    {
        try
        {
            return read(exception);
        }
        catch (Exception e)
        {
            return $"{exception.GetType().FullName} could not describe itself: it threw {e.GetType().FullName}.";
        }
    }
}
