using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

public class CalibrationTests
{
    [Fact]
    public void Scores_that_are_right_more_often_than_they_say_are_sharpened() =>
        Assert.InRange(Calibration.BestTemperature(Judged(right: 99, wrong: 1)), 0.3f, 0.99f);

    [Fact]
    public void Scores_that_are_wrong_more_often_than_they_say_are_softened() =>
        Assert.InRange(Calibration.BestTemperature(Judged(right: 30, wrong: 70)), 1.01f, 3f);

    // 2.9 against twenty zeros is a stated confidence of about one half.
    private static List<JudgedScore> Judged(int right, int wrong)
    {
        var scores = new float[IntentWeights.Labels];
        scores[(int)Intent.Price] = 2.9f;
        return
        [
            .. Enumerable.Repeat(new JudgedScore(scores, Intent.Price), right),
            .. Enumerable.Repeat(new JudgedScore(scores, Intent.Help), wrong),
        ];
    }
}
