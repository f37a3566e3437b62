using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>An exception as the Runtime API wants it, with the ones that caused it.</summary>
internal sealed record ErrorDocument
{
    /// <summary>Largest document, in bytes: what Lambda keeps of an error (Amazon's client uses the same 256 KiB).</summary>
    internal const int MaxBytes = 256 * 1024;

    /// <summary>
    /// Most exceptions in one document. An exception inside an <see cref="AggregateException"/> is both its cause and one
    /// of its causes, so nested ones would double with every level.
    /// </summary>
    internal const int MaxExceptions = 32;

    public string ErrorType { get; private init; }

    public string ErrorMessage { get; private init; }

    /// <summary>Null, and so not written, for an exception that was never thrown.</summary>
    public IReadOnlyList<string> StackTrace { get; private init; }

    public ErrorDocument Cause { get; private init; }

    public IReadOnlyList<ErrorDocument> Causes { get; private init; }

    /// <summary>The document as UTF-8, never larger than <see cref="MaxBytes"/>.</summary>
    public static byte[] Json(Exception exception)
    {
        var room = MaxExceptions;
        var json = Utf8(From(exception, ref room));
        return json.Length <= MaxBytes
            ? json
            : Utf8(new ErrorDocument { ErrorMessage = "Exception exceeded maximum payload size of 256KB." });
    }

    private static byte[] Utf8(ErrorDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, RuntimeApiJson.Default.ErrorDocument);

    private static ErrorDocument From(Exception exception, ref int room)
    {
        if (exception is null || room == 0)
        {
            return null;
        }

        room--;
        var stack = ExceptionText.StackLines(exception);
        return new ErrorDocument
        {
            ErrorType = exception.GetType().Name,
            ErrorMessage = ExceptionText.Message(exception),
            StackTrace = stack.Count > 0 ? stack : null,
            Cause = From(exception.InnerException, ref room),
            Causes = exception is AggregateException aggregate ? All(aggregate.InnerExceptions, ref room) : null,
        };
    }

    private static List<ErrorDocument> All(IEnumerable<Exception> exceptions, ref int room)
    {
        var documents = new List<ErrorDocument>();
        foreach (var exception in exceptions)
        {
            if (From(exception, ref room) is { } document)
            {
                documents.Add(document);
            }
        }

        return documents;
    }
}
