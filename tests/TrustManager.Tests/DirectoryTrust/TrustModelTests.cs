using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>Random lives of a resource, with a fault at every single call.</summary>
public sealed class TrustModelTests
{
    /// <summary>Seeds, each of which is walked with every fault at every call of each event: about 100 walks a seed.</summary>
    private const int Seeds = 24;

    [Fact]
    public async Task Whatever_is_wished_the_directory_never_has_less_than_it_must()
    {
        for (var seed = 1000; seed < 4000; seed++)
        {
            await AssertAsync(seed, stage: 0, call: 0, fault: null);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_fault_at_any_call_leaves_a_way_on_and_a_way_back(int stage)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var calls = await AssertAsync(seed, stage, call: 0, fault: null);
            for (var call = 0; call < calls; call++)
            {
                foreach (var fault in Enum.GetValues<CallFault>())
                {
                    await AssertAsync(seed, stage, call, fault);
                }
            }
        }
    }

    /// <summary>Found by the model: the last write of a Delete took effect, and its repetition was taken for a conflict.</summary>
    [Fact]
    public async Task The_end_of_a_memory_may_be_written_twice() =>
        await AssertAsync(seed: 0, stage: 2, call: 29, CallFault.AnswerLost);

    private static async Task<int> AssertAsync(int seed, int stage, int call, CallFault? fault)
    {
        try
        {
            return await TrustWalk.WalkAsync(seed, stage, call, fault);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Seed {seed}, stage {stage}, {fault} at call {call}.", failure);
        }
    }
}
