using System.Globalization;
using Infra.Amazon.Lambda.Tests.Process;
using Infra.Amazon.Lambda.Tests.RuntimeApi;

namespace Infra.Amazon.Lambda.Tests.RuntimeSupport;

public sealed class HeapLimitTests : IDisposable
{
    private const string MemorySize = "AWS_LAMBDA_FUNCTION_MEMORY_SIZE";

    private readonly long _before = Available();

    public void Dispose()
    {
        AppContext.SetData("GCHeapHardLimit", (ulong)_before);
        GC.RefreshMemoryLimit();
    }

    [Fact]
    public async Task The_heap_is_limited_to_the_memory_of_the_function()
    {
        var mebibytes = (_before / 1024 / 1024) - 100;
        using var variables = new EnvironmentVariables(
            (MemorySize, mebibytes.ToString(CultureInfo.InvariantCulture)));

        await ServeOneAsync();

        Assert.Equal(mebibytes * 1024 * 1024, Available());
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("0")]
    [InlineData("lots")]
    public async Task A_size_that_is_no_limit_changes_nothing(string megabytes)
    {
        using var variables = new EnvironmentVariables((MemorySize, megabytes));

        await ServeOneAsync();

        Assert.Equal(_before, Available());
    }

    [Fact]
    public async Task A_local_run_can_keep_the_limit_it_has()
    {
        using var variables = new EnvironmentVariables(
            (MemorySize, "1024"), ("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK", "true"));

        await ServeOneAsync();

        Assert.Equal(_before, Available());
    }

    private static long Available() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    private static async Task ServeOneAsync()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        await api.ServeAsync(Some.Function(_ => { }));
    }
}
