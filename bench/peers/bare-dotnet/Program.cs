using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

// The same Runtime API loop and build settings as our functions and nothing else: no .NET function starts sooner.
var answer = Encoding.UTF8.GetBytes("""{"statusCode":200,"isBase64Encoded":false,"headers":{},"body":"ok"}""");
Func<Stream, ILambdaContext, Task<Stream>> handler = (_, _) => Task.FromResult<Stream>(new MemoryStream(answer));

await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
