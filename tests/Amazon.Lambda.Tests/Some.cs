using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Infra.Amazon.Lambda.Tests.RuntimeApi;

namespace Infra.Amazon.Lambda.Tests;

/// <summary>Valid events and handlers; a test names only what it is about.</summary>
internal static class Some
{
    public const string RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
    public const string FunctionArn = "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:crl";

    public static Event Event(string body = "{}", params (string Name, string Value)[] headers)
    {
        var all = new Dictionary<string, string>
        {
            ["Lambda-Runtime-Aws-Request-Id"] = RequestId,
            ["Lambda-Runtime-Deadline-Ms"] = Milliseconds(DateTimeOffset.UtcNow.AddMinutes(1)),
            ["Lambda-Runtime-Invoked-Function-Arn"] = FunctionArn,
        };
        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }

        return new Event(body, all);
    }

    public static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>A function that answers every event with what <paramref name="answer"/> gives.</summary>
    public static LambdaBootstrapBuilder Function(Func<Stream, ILambdaContext, Task<Stream>> answer) =>
        LambdaBootstrapBuilder.Create(answer);

    /// <summary>A function that answers nothing and lets <paramref name="look"/> see every invocation.</summary>
    public static LambdaBootstrapBuilder Function(Action<ILambdaContext> look) =>
        Function((_, context) =>
        {
            look(context);
            return Task.FromResult<Stream>(new MemoryStream());
        });

    public static LambdaBootstrapBuilder FunctionThatThrows(Exception exception) =>
        Function((_, _) => throw exception);
}
